import { Button, ErrorMessage, Inline, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { InboxEntry } from '../../../definitions';
import { describeProblem } from '../../shared/describe-problem';
import { Question } from '../../shared/question';
import { useTexts } from '../../shared/use-texts';
import type { Outcome, ViewProblem } from '../../shared/view-problem';
import type { InboxActions } from '../state/inbox-actions';
import { nameEntry } from '../state/name-entry';

interface Props {
  readonly entry: InboxEntry;
  readonly isBlocked: boolean;
  readonly actions: InboxActions;
  readonly hasDetails: boolean;
  readonly onDetails: () => void;
}

/** What can be done with a conversation as a whole. Blocking and leaving ask first. */
export const ConversationTools = ({ entry, isBlocked, actions, hasDetails, onDetails }: Props) => {
  const t = useTexts();
  const [asks, setAsks] = useState<'leave' | 'block' | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const { id, person, kind, role, isMuted, isArchived } = entry;
  const name = nameEntry(t, entry);
  const close = () => setAsks(null);
  const act = async (outcome: Outcome) => setProblem(await outcome);
  const tool = (text: string, onClick: () => void) => (
    <Button appearance="subtle" spacing="compact" onClick={onClick}>
      {text}
    </Button>
  );
  return (
    <Stack space="space.100">
      <Inline shouldWrap space="space.050">
        {kind === 'group' ? tool(t(hasDetails ? 'group.hideDetails' : 'group.details'), onDetails) : null}
        {tool(t(isMuted ? 'inbox.unmute' : 'inbox.mute'), () => act(actions.mute(id, !isMuted)))}
        {kind === 'direct' || role === 'owner'
          ? tool(t(isArchived ? 'inbox.unarchive' : 'inbox.archive'), () => act(actions.archive(id, !isArchived)))
          : null}
        {kind === 'group' && role !== null ? tool(t('group.leave'), () => setAsks('leave')) : null}
        {person?.kind !== 'person'
          ? null
          : isBlocked
            ? tool(t('inbox.unblock', { name }), () => act(actions.block(person.id, false)))
            : tool(t('inbox.block', { name }), () => setAsks('block'))}
      </Inline>
      {asks === 'leave' ? (
        <Question
          text={t(role === 'owner' ? 'group.leaveOwnerQuestion' : 'group.leaveQuestion', { name })}
          confirm={t('group.leaveConfirm')}
          onConfirm={() => actions.leave(id)}
          onClose={close}
        />
      ) : null}
      {asks === 'block' && person !== null ? (
        <Question
          text={t('inbox.blockQuestion', { name })}
          confirm={t('inbox.blockConfirm')}
          onConfirm={() => actions.block(person.id, true)}
          onClose={close}
        />
      ) : null}
      {problem === null ? null : (
        <ErrorMessage>{t('inbox.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
    </Stack>
  );
};
