import { Button, ErrorMessage, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from '../shared/describe-problem';
import { later } from '../shared/later';
import { Question } from '../shared/question';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { labelName } from './label-thread';
import type { ThreadState } from './state/panel-state';
import type { PanelActions } from './state/use-panel';

const GroupDetails = later(async () => (await import('../groups/group-details')).GroupDetails, 'group.loading');

interface Props {
  readonly thread: ThreadState;
  readonly actions: Pick<PanelActions, 'openGroup' | 'changeGroup' | 'leave'>;
}

/** Above a group: that its members alone read it, who they are once one asks, and a way out of it. */
export const GroupPart = ({ thread, actions }: Props) => {
  const t = useTexts();
  const [shows, setShows] = useState<'details' | 'leave' | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const { entry, members, conversationId } = thread;
  if (entry === null || conversationId === null) return null;
  const name = labelName(t, thread);
  const showDetails = async () => {
    setShows(shows === 'details' ? null : 'details');
    setProblem(null);
    // A list tells of nobody who is in it.
    if (shows !== 'details') setProblem(await actions.openGroup(conversationId));
  };
  return (
    <Stack space="space.100">
      <Inline spread="space-between" alignBlock="center" space="space.100" rowSpace="space.050" shouldWrap>
        <Text size="small">{t('group.private')}</Text>
        <Inline space="space.050">
          <Button appearance="subtle" spacing="compact" onClick={showDetails}>
            {t(shows === 'details' ? 'group.hideDetails' : 'group.details')}
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={() => setShows('leave')}>
            {t('group.leave')}
          </Button>
        </Inline>
      </Inline>
      {shows !== 'details' || problem === null ? null : (
        <ErrorMessage>{t('inbox.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
      {shows === 'details' && members.length > 0 ? (
        <GroupDetails key={conversationId} entry={entry} members={members} onChange={actions.changeGroup} />
      ) : null}
      {shows === 'leave' ? (
        <Question
          text={t(entry.role === 'owner' ? 'group.leaveOwnerQuestion' : 'group.leaveQuestion', { name })}
          confirm={t('group.leaveConfirm')}
          onConfirm={() => actions.leave(conversationId)}
          onClose={() => setShows(null)}
        />
      ) : null}
    </Stack>
  );
};
