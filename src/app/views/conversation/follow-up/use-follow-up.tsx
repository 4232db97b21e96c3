import { Inline, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { ShownMessage } from '../../../definitions';
import type { MenuAction } from '../../shared/action-menu';
import { describeProblem } from '../../shared/describe-problem';
import { namePerson } from '../../shared/name-person';
import { sayWrong } from '../../shared/say-wrong';
import { useTexts } from '../../shared/use-texts';
import type { ConversationState } from '../state/conversation-state';
import type { ConversationActions } from '../use-conversations';
import { ReminderChoice } from './reminder-choice';
import { ReminderLozenge } from './reminder-lozenge';
import { TurnLozenge } from './turn-lozenge';

interface Options {
  readonly to: string;
  readonly conversation: ConversationState;
  readonly message: ShownMessage;
  readonly actions: Pick<ConversationActions, 'ask' | 'remind'>;
}

/** What a message waits for: lines for its menu, and what stands below it. Nothing with a service of the release before. */
export function useFollowUp({ to, conversation, message, actions }: Options): {
  readonly offered: readonly MenuAction[];
  readonly below: React.ReactNode;
} {
  const t = useTexts();
  const [isChoosing, setChoosing] = useState(false);
  const { questions, reminders, person, refusal } = conversation;
  const { id, from, body, awaitsAnswer } = message;
  if (questions === null || body === null) return { offered: [], below: null };
  const reminder = reminders.find(({ messageId }) => messageId === id) ?? null;
  const change = async (isOpen: boolean) => {
    const problem = await actions.ask(to, id, isOpen);
    if (problem !== null) sayWrong(t('question.notDone'), describeProblem(t, problem));
  };
  const forget = async () => {
    const problem = await actions.remind(to, id, null);
    if (problem !== null) sayWrong(t('reminder.notSet'), describeProblem(t, problem));
  };
  const mayAsk = from === 'me' && person?.kind === 'person' && refusal === null;
  const offered = [
    ...(awaitsAnswer ? [{ text: t(`question.close.${from}`), onClick: () => void change(false) }] : []),
    ...(!awaitsAnswer && mayAsk ? [{ text: t('question.ask'), onClick: () => void change(true) }] : []),
    { text: t('reminder.set'), onClick: () => setChoosing(true) },
    ...(reminder === null ? [] : [{ text: t('reminder.remove'), onClick: () => void forget() }]),
  ];
  const hasLozenge = awaitsAnswer || reminder !== null;
  const below =
    hasLozenge || isChoosing ? (
      <Stack space="space.050">
        {hasLozenge ? (
          <Inline space="space.050" rowSpace="space.050" shouldWrap>
            {awaitsAnswer && person !== null ? (
              <TurnLozenge turn={from === 'me' ? 'theirs' : 'mine'} name={namePerson(t, person)} />
            ) : null}
            {reminder === null ? null : <ReminderLozenge due={reminder.due} />}
          </Inline>
        ) : null}
        {isChoosing ? (
          <ReminderChoice onChoose={(due) => actions.remind(to, id, due)} onClose={() => setChoosing(false)} />
        ) : null}
      </Stack>
    ) : null;
  return { offered, below };
}
