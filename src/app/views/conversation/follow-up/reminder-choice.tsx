import { Button, Inline, Stack, Text, useProductContext } from '@forge/react';
import React from 'react';
import { describeProblem } from '../../shared/describe-problem';
import { sayWrong } from '../../shared/say-wrong';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { Outcome } from '../../shared/view-problem';
import { reckonReminder, reminderChoices } from './reckon-reminder';

interface Props {
  readonly onChoose: (due: string) => Outcome;
  readonly onClose: () => void;
}

/** When its reader wants to be reminded, with the times as their clock shows them. */
export const ReminderChoice = ({ onChoose, onClose }: Props) => {
  const t = useTexts();
  const { formatTime } = useReader();
  const zone = useProductContext()?.timezone;
  const now = new Date();
  const choose = async (due: string) => {
    onClose();
    const problem = await onChoose(due);
    if (problem !== null) sayWrong(t('reminder.notSet'), describeProblem(t, problem));
  };
  return (
    <Stack space="space.050">
      <Text size="small">{t('reminder.when')}</Text>
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        {reminderChoices.map((choice) => {
          const due = reckonReminder(choice, now, zone);
          return (
            <Button key={choice} spacing="compact" autoFocus={choice === 'hour'} onClick={() => void choose(due)}>
              {t(`reminder.in.${choice}`, { time: formatTime(due) })}
            </Button>
          );
        })}
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          {t('reminder.cancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
