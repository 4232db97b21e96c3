import React, { useState } from 'react';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import { namePerson } from '../../shared/name-person';
import { type SearchOption, SearchSelect } from '../../shared/search-select';
import { useTexts } from '../../shared/use-texts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** People who are in already and are not offered again. */
  readonly without: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

/** People of the site, by a part of their name. */
export const PeoplePicker = ({ id, label, without, onChange }: Props) => {
  const t = useTexts();
  const [chosen, setChosen] = useState<readonly SearchOption[]>([]);
  const find = async (text: string) => {
    const answer = await askResolver(invoke('inboxFindPeople', { text }));
    if (!answer.ok) return null;
    return answer.people
      .filter((person) => !without.includes(person.id))
      .map((person) => ({ value: person.id, label: namePerson(t, person) }));
  };
  return (
    <SearchSelect
      id={id}
      label={label}
      placeholder={t('group.peoplePlaceholder')}
      hint={t('group.peopleHint')}
      failure={t('group.peopleFailed')}
      chosen={chosen}
      find={find}
      onChange={(options) => {
        setChosen(options);
        onChange(options.map(({ value }) => value));
      }}
    />
  );
};
