import { Button, ErrorMessage, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from '../shared/describe-problem';
import { namePerson } from '../shared/name-person';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { usePeopleSearch } from './state/use-people-search';

/** Null when the thread with them is shown, else why it is not. */
type Choose = (person: string) => Promise<ViewProblem | null>;

interface Props {
  readonly onChoose: Choose;
  /** Begins a group; absent where there is no room for one. */
  readonly onGroup: (() => void) | undefined;
}

/** Ways to somebody who is not on the issue yet and can see it, and to several; buttons until they are wanted. */
export const PersonSearch = ({ onChoose, onGroup }: Props) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <SearchField onChoose={onChoose} onClose={() => setOpen(false)} />;
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
        {t('people.other')}
      </Button>
      {onGroup === undefined ? null : (
        <Button appearance="subtle" spacing="compact" onClick={onGroup}>
          {t('beside.start')}
        </Button>
      )}
    </Inline>
  );
};

const SearchField = ({ onChoose, onClose }: { readonly onChoose: Choose; readonly onClose: () => void }) => {
  const t = useTexts();
  const { search, status, text, people, problem } = usePeopleSearch();
  const [isStarting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<ViewProblem | null>(null);
  const failure = refusal ?? problem;

  const choose = async (person: string) => {
    setStarting(true);
    setRefusal(null);
    const why = await onChoose(person);
    if (why === null) return onClose();
    setStarting(false);
    setRefusal(why);
  };

  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="someone">{t('people.search')}</Label>
        <Select
          inputId="someone"
          autoFocus
          isSearchable
          isDisabled={isStarting}
          isLoading={isStarting || status === 'searching'}
          placeholder={t('people.searchPlaceholder')}
          options={people.map((person) => ({ value: person.id, label: namePerson(t, person) }))}
          value={null}
          onInputChange={(value: unknown) => search(String(value ?? ''))}
          onChange={(option: { value: string } | null) => {
            if (option !== null) void choose(option.value);
          }}
        />
        {failure === null ? (
          <HelperMessage>{t(`people.search.${status === 'failed' ? 'short' : status}`, { text })}</HelperMessage>
        ) : (
          <ErrorMessage>{t('people.searchFailed', { reason: describeProblem(t, failure) })}</ErrorMessage>
        )}
      </Stack>
      <Inline>
        <Button appearance="subtle" spacing="compact" isDisabled={isStarting} onClick={onClose}>
          {t('people.searchCancel')}
        </Button>
      </Inline>
    </Stack>
  );
};
