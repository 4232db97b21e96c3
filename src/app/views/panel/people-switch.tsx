import { Button, Inline, Label, Select, Stack, Text } from '@forge/react';
import React from 'react';
import type { Writing } from '../conversation/writing';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';
import { labelName, labelThread } from './label-thread';
import type { ThreadState } from './state/panel-state';

/** How many people fit side by side in the panel. */
const mostButtons = 4;

interface Props {
  readonly threads: readonly ThreadState[];
  readonly selected: string;
  readonly writing: Pick<Writing, 'hasDraft'>;
  readonly onSelect: (thread: string) => void;
  /** In a narrow place nobody fits beside another. */
  readonly isCompact: boolean;
}

/**
 * Whose thread is shown: buttons for a few people, a list to choose from for more, nothing for one. The thread stands
 * beside it and not in it, so that somebody who is added meanwhile does not take the focus from who is writing.
 */
export const PeopleSwitch = ({ threads, selected, writing, onSelect, isCompact }: Props) => {
  const t = useTexts();
  const { joinNames } = useReader();
  if (threads.length < 2) return null;
  const people = threads.map((thread) => {
    const isShown = thread.key === selected;
    const hasDraft = writing.hasDraft(thread.key) ?? thread.hasDraft ?? false;
    return { id: thread.key, label: labelThread(t, thread, hasDraft && !isShown), isShown };
  });
  if (isCompact || threads.length > mostButtons) {
    const unread = threads.filter(({ key, unreadCount }) => unreadCount > 0 && key !== selected);
    const names = joinNames(unread.map((thread) => labelName(t, thread)));
    return (
      <Stack space="space.050">
        <PeopleSelect people={people} onSelect={onSelect} />
        {names === '' ? null : <Text size="small">{t('people.unreadOf', { names })}</Text>}
      </Stack>
    );
  }
  return (
    <Stack space="space.050">
      <Text size="small" weight="medium">
        {t('people.label')}
      </Text>
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        {people.map(({ id, label, isShown }) => (
          <Button
            key={id}
            spacing="compact"
            isSelected={isShown}
            // A sign beside the colour; the heading below says it in words.
            {...(isShown ? { iconBefore: 'check' as const } : {})}
            onClick={() => onSelect(id)}
          >
            {label}
          </Button>
        ))}
      </Inline>
    </Stack>
  );
};

interface SelectProps {
  readonly people: readonly { readonly id: string; readonly label: string; readonly isShown: boolean }[];
  readonly onSelect: (person: string) => void;
}

const PeopleSelect = ({ people, onSelect }: SelectProps) => {
  const t = useTexts();
  const options = people.map(({ id, label }) => ({ value: id, label }));
  return (
    <Stack>
      <Label labelFor="people">{t('people.label')}</Label>
      <Select
        inputId="people"
        options={options}
        value={options[people.findIndex(({ isShown }) => isShown)]}
        onChange={({ value }: { value: string }) => onSelect(value)}
      />
    </Stack>
  );
};
