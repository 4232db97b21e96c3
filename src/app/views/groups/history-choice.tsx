import { Label, Select, Stack } from '@forge/react';
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
  // No RadioGroup: nothing would name the choice (see group-fields.tsx).
  const options = (['all', 'from-now'] as const).map((it) => ({
    value: it,
    label: t(it === 'all' ? 'group.historyAll' : 'group.historyFromNow'),
  }));
  return (
    <Stack>
      <Label labelFor="group-history">{t('group.history')}</Label>
      <Select
        inputId="group-history"
        isSearchable={false}
        options={options}
        value={options.find((it) => it.value === value)}
        onChange={(chosen: { value: History }) => onChange(chosen.value)}
      />
    </Stack>
  );
};
