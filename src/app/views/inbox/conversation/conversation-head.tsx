import { Box, Button, ErrorMessage, Heading, Inline, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import { type InboxEntry, isolateText, type ShownReminder } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import { ReminderChoice } from '../../conversation/follow-up/reminder-choice';
import { ReminderLozenge } from '../../conversation/follow-up/reminder-lozenge';
import { TurnLozenge } from '../../conversation/follow-up/turn-lozenge';
import { BesideLine } from '../../groups/beside-line';
import { ActionMenu } from '../../shared/action-menu';
import { describeProblem } from '../../shared/describe-problem';
import { Question } from '../../shared/question';
import { useTexts } from '../../shared/use-texts';
import type { Outcome, ViewProblem } from '../../shared/view-problem';
import type { InboxActions } from '../state/inbox-actions';
import { widePage } from '../wide-page';

interface Props {
  /** What this view calls the conversation: its id, or its other person where it began here. */
  readonly to: string;
  /** Empty until it is known. */
  readonly name: string;
  /** Null until it is known, and while nothing was written. */
  readonly entry: InboxEntry | null;
  /** The other end of a direct conversation. */
  readonly person: Person | null;
  readonly isBlocked: boolean;
  readonly reminders: readonly ShownReminder[];
  /** Whether the service knows reminders. */
  readonly mayRemind: boolean;
  readonly actions: InboxActions;
  readonly hasDetails: boolean;
  readonly onDetails: () => void;
}

// The list stands beside it on a wide page.
const narrowBox = xcss({ [widePage]: { display: 'none' } });
const endBox = xcss({ minWidth: 'max-content' });

/** Who a conversation is with, and what can be done with it as a whole. Blocking and leaving ask first. */
export const ConversationHead = (props: Props) => {
  const { to, name, entry, person, reminders, mayRemind, isBlocked, actions, hasDetails, onDetails } = props;
  const t = useTexts();
  const [asks, setAsks] = useState<'leave' | 'block' | 'remind' | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const reminder = reminders.find(({ messageId }) => messageId === null) ?? null;
  const close = () => setAsks(null);
  const act = async (outcome: Outcome) => setProblem(await outcome);
  const tool = (text: string, onClick: () => void) => [{ text, onClick }];
  const listTools = ({ id, kind, role, isMuted, isArchived }: InboxEntry) => {
    const isIn = kind === 'direct' || role !== null;
    return [
      ...(isIn && mayRemind ? tool(t('reminder.set'), () => setAsks('remind')) : []),
      ...(isIn && reminder !== null ? tool(t('reminder.remove'), () => act(actions.remind(to, null, null))) : []),
      ...(isIn ? tool(t(isMuted ? 'inbox.unmute' : 'inbox.mute'), () => act(actions.mute(id, !isMuted))) : []),
      ...(kind === 'direct' || role === 'owner'
        ? tool(t(isArchived ? 'inbox.unarchive' : `inbox.archive.${kind}`), () => act(actions.archive(id, !isArchived)))
        : []),
      ...(kind === 'group' && isIn ? tool(t('group.leave'), () => setAsks('leave')) : []),
    ];
  };
  const ofPerson =
    person?.kind !== 'person'
      ? []
      : isBlocked
        ? tool(t('inbox.unblock', { name }), () => act(actions.block(person.id, false)))
        : tool(t('inbox.block', { name }), () => setAsks('block'));
  const tools = [...(entry === null ? [] : listTools(entry)), ...ofPerson];
  return (
    <Stack space="space.100">
      <Inline spread="space-between" alignBlock="center" space="space.100">
        <Heading as="h2" size="small">
          {name === '' ? t('thread.loading') : name}
        </Heading>
        <Box xcss={endBox}>
          <Inline alignBlock="center" space="space.050">
            {entry?.kind === 'group' ? (
              <Button appearance="subtle" spacing="compact" onClick={onDetails}>
                {t(hasDetails ? 'group.hideDetails' : 'group.details')}
              </Button>
            ) : null}
            <Box xcss={narrowBox}>
              <Button appearance="subtle" spacing="compact" onClick={() => actions.select(null)}>
                {t('inbox.back')}
              </Button>
            </Box>
            {tools.length === 0 ? null : <ActionMenu label={t('inbox.actions', { name })} actions={tools} />}
          </Inline>
        </Box>
      </Inline>
      {entry?.kind === 'group' ? <Text size="small">{t(`group.${entry.privacy}`)}</Text> : null}
      {entry?.issue == null ? null : <BesideLine issue={entry.issue} />}
      {entry === null || entry.topic === '' ? null : <Text>{isolateText(entry.topic)}</Text>}
      {entry === null || (entry.turn === null && reminder === null) ? null : (
        <Inline space="space.050" rowSpace="space.050" shouldWrap>
          {entry.turn === null ? null : <TurnLozenge turn={entry.turn} name={null} />}
          {reminder === null ? null : <ReminderLozenge due={reminder.due} />}
        </Inline>
      )}
      {asks === 'remind' && entry !== null ? (
        <ReminderChoice onChoose={(due) => actions.remind(to, null, due)} onClose={close} />
      ) : null}
      {asks === 'leave' && entry !== null ? (
        <Question
          text={t(entry.role === 'owner' ? 'group.leaveOwnerQuestion' : 'group.leaveQuestion', { name })}
          confirm={t('group.leaveConfirm')}
          onConfirm={() => actions.leave(entry.id)}
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
