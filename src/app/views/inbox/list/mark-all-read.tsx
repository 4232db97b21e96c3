import { Button, Stack } from '@forge/react';
import React, { useState } from 'react';
import { Question } from '../../shared/question';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';

interface Props {
  readonly actions: Pick<InboxActions, 'markAllRead'>;
}

/**
 * Marks all conversations as read, once somebody has said so again: others see it as if each had been opened, which the
 * question says, and nothing undoes it.
 */
export const MarkAllRead = ({ actions }: Props) => {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  if (isAsking) {
    return (
      <Stack>
        <Question
          text={t('inbox.readAllQuestion')}
          confirm={t('inbox.readAll')}
          onConfirm={actions.markAllRead}
          onClose={() => setAsking(false)}
        />
      </Stack>
    );
  }
  return (
    <Button appearance="subtle" spacing="compact" onClick={() => setAsking(true)}>
      {t('inbox.readAll')}
    </Button>
  );
};
