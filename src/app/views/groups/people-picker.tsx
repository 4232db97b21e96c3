import React, { useState } from 'react';
import { pageJira } from '../jira/page-jira';
import { namePerson } from '../shared/name-person';
import { type SearchOption, SearchSelect } from '../shared/search-select';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** People who are in already and are not offered again. */
  readonly without: readonly string[];
  /** Who is chosen at first. */
  readonly initial?: readonly SearchOption[];
  /** Whether one is chosen, or several. */
  readonly isSingle?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (people: readonly string[], options: readonly SearchOption[]) => void;
}

/** People of the site, by a part of their name. */
export const PeoplePicker = (props: Props) => {
  const { id, label, hint, without, initial = [], isSingle = false, isDisabled = false, onChange } = props;
  const t = useTexts();
  const { me } = useReader();
  const [isHidden, setHidden] = useState(false);
  const [chosen, setChosen] = useState(initial);
  const find = async (text: string) => {
    const found = await pageJira.searchPeople(text, me.id);
    setHidden(found === 'not_allowed');
    if (found === null || found === 'not_allowed') return null;
    return found
      .filter((person) => !without.includes(person.id))
      .map((person) => ({ value: person.id, label: namePerson(t, person) }));
  };
  return (
    <SearchSelect
      id={id}
      label={label}
      placeholder={t('group.peoplePlaceholder')}
      hint={hint ?? t('group.peopleHint')}
      failure={t(isHidden ? 'problem.people_hidden.text' : 'group.peopleFailed')}
      chosen={chosen}
      isSingle={isSingle}
      isDisabled={isDisabled}
      find={find}
      onChange={(options) => {
        setChosen(options);
        onChange(
          options.map(({ value }) => value),
          options,
        );
      }}
    />
  );
};
