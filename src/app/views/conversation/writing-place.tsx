import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { useTexts } from '../shared/use-texts';
import { Composer } from './composer';
import type { ConversationState } from './conversation-state';
import type { Sending } from './use-sending';
import type { Writing } from './writing';

interface Props {
  /** The conversation's name in the view. */
  readonly to: string;
  /** What to call who reads it. */
  readonly name: string;
  readonly conversation: Pick<ConversationState, 'refusal' | 'mailClosed'>;
  readonly actions: Pick<Sending, 'send'>;
  readonly writing: Writing;
  readonly isFirst?: boolean;
  readonly isCompact?: boolean;
}

/** Where one writes in a conversation, with what its reader will not get; or why one cannot. */
export const WritingPlace = ({
  to,
  name,
  conversation: { refusal, mailClosed },
  actions,
  writing,
  ...looks
}: Props) => {
  const t = useTexts();
  if (refusal === null) {
    return (
      <Stack space="space.100">
        {mailClosed === null ? null : (
          <SectionMessage appearance="information">
            <Text>{t(`told.${mailClosed}`, { name })}</Text>
          </SectionMessage>
        )}
        <Composer
          name={name}
          draft={writing.draftTo(to)}
          onDraft={(text) => writing.keepDraft(to, text)}
          onSend={(message) => actions.send(to, message)}
          {...looks}
        />
      </Stack>
    );
  }
  return (
    <SectionMessage appearance="information">
      <Text>{refusal === 'group_archived' ? t('problem.group_archived.text') : t(`refusal.${refusal}`, { name })}</Text>
    </SectionMessage>
  );
};
