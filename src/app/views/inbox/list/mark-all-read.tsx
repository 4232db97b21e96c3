import { LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from '../../shared/describe-problem';
import { Question } from '../../shared/question';
import { sayWrong } from '../../shared/say-wrong';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import type { EntryList } from '../state/inbox-state';

/** So many conversations are seen at a glance; more are marked once somebody has said so again. */
const mostAtOnce = 10;

interface Props {
  readonly unread: Pick<EntryList, 'entries' | 'cursor'>;
  readonly actions: Pick<InboxActions, 'markAllRead'>;
}

/** Marks all conversations as read. Others see it as if each had been opened, which the question says. */
export const MarkAllRead = ({ unread, actions }: Props) => {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isMany = unread.entries.length > mostAtOnce || unread.cursor !== '';

  const mark = async () => {
    setBusy(true);
    const problem = await actions.markAllRead();
    setBusy(false);
    if (problem !== null) sayWrong(t('inbox.readAll'), describeProblem(t, problem));
  };
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
    <LoadingButton
      appearance="subtle"
      spacing="compact"
      isLoading={isBusy}
      onClick={() => (isMany ? setAsking(true) : void mark())}
    >
      {t('inbox.readAll')}
    </LoadingButton>
  );
};
