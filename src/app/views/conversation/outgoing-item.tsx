import { Comment, Stack, Text } from '@forge/react';
import React from 'react';
import { describeProblem } from '../shared/describe-problem';
import { useTexts } from '../shared/use-texts';
import { mayHaveArrived } from './may-have-arrived';
import { MessageText } from './message-text';
import type { Outgoing } from './state/conversation-state';

interface Props {
  readonly outgoing: Outgoing;
  readonly avatar: React.ReactNode;
  readonly time: string;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** A message that stands there before the service has it; a failed one says why and can be sent again. */
export const OutgoingItem = ({ outgoing: { body, problem }, avatar, time, onRetry, onDiscard }: Props) => {
  const t = useTexts();
  const failed = t(problem !== null && mayHaveArrived(problem) ? 'message.unsure' : 'message.failed');
  return (
    <Comment
      avatar={avatar}
      author={{ text: t('people.you') }}
      time={{ text: problem === null ? time : failed }}
      headingLevel="4"
      isSaving={problem === null}
      savingText={t('message.sending')}
      isError={problem !== null}
      errorIconLabel={failed}
      errorActions={[
        { text: t('message.retry'), onClick: onRetry },
        { text: t('message.discard'), onClick: onDiscard },
      ]}
      content={
        <Stack space="space.100">
          <MessageText body={body} />
          {problem === null ? null : (
            <Text size="small">
              {t('message.why', {
                status: failed,
                title: t(`problem.${problem.code}.title`),
                text: describeProblem(t, problem),
              })}
            </Text>
          )}
        </Stack>
      }
    />
  );
};
