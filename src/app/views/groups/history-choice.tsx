import { Label, RadioGroup, Stack } from '@forge/react';
import React from 'react';
import { useTexts } from '../shared/use-texts';

export type History = 'all' | 'from-now';

interface Props {
  readonly value: History;
  readonly onChange: (value: History) => void;
}

/** How much of what was written before they are added people read. */
export const HistoryChoice = ({ value, onChange }: Props) => {
  const t = useTexts();
  return (
    <Stack>
      <Label labelFor="group-history" id="group-history-label">
        {t('group.history')}
      </Label>
      <RadioGroup
        name="group-history"
        aria-labelledby="group-history-label"
        value={value}
        options={(['all', 'from-now'] as const).map((it) => ({
          name: it,
          value: it,
          label: t(it === 'all' ? 'group.historyAll' : 'group.historyFromNow'),
        }))}
        onChange={(event) => onChange(event.target.value === 'from-now' ? 'from-now' : 'all')}
      />
    </Stack>
  );
};
