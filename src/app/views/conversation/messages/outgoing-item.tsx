import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { describeProblem } from '../../shared/describe-problem';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { mayHaveArrived } from '../may-have-arrived';
import type { Outgoing } from '../state/conversation-state';
import { type Author, type HeadingLevel, MessageRow } from './message-row';
import { MessageText } from './message-text';

interface Props {
  readonly outgoing: Outgoing;
  readonly author: Author;
  readonly isHead: boolean;
  readonly level: HeadingLevel;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** A message that stands there before the service has it; a failed one says why and can be sent again. */
export const OutgoingItem = ({ outgoing, author, isHead, level, onRetry, onDiscard }: Props) => {
  const t = useTexts();
  const { formatClock, formatTime } = useReader();
  const { body, ts, problem } = outgoing;
  return (
    <MessageRow
      author={isHead ? author : null}
      time={{ short: formatClock(ts), whole: formatTime(ts) }}
      level={level}
      end={
        problem !== null ? null : (
          <Text size="small" color="color.text.subtle">
            {t('message.sending')}
          </Text>
        )
      }
    >
      <Stack space="space.050">
        <MessageText body={body} />
        {problem === null ? null : (
          <Stack space="space.050">
            <Text color="color.text.danger">
              {t('message.why', {
                status: t(mayHaveArrived(problem) ? 'message.unsure' : 'message.failed'),
                title: t(`problem.${problem.code}.title`),
                text: describeProblem(t, problem),
              })}
            </Text>
            <Inline space="space.100">
              <Button spacing="compact" onClick={onRetry}>
                {t('message.retry')}
              </Button>
              <Button appearance="subtle" spacing="compact" onClick={onDiscard}>
                {t('message.discard')}
              </Button>
            </Inline>
          </Stack>
        )}
      </Stack>
    </MessageRow>
  );
};
