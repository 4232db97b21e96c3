import { Lozenge } from '@forge/react';
import React from 'react';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';

/** A reminder of the reader's own: when it comes, or that it is due. */
export const ReminderLozenge = ({ due }: { readonly due: string }) => {
  const t = useTexts();
  const { formatShortTime } = useReader();
  return Date.parse(due) <= Date.now() ? (
    <Lozenge appearance="moved">{t('reminder.due')}</Lozenge>
  ) : (
    <Lozenge>{t('reminder.at', { time: formatShortTime(due) })}</Lozenge>
  );
};
