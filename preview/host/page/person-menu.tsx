import Avatar from '@atlaskit/avatar';
import DropdownMenu, {
  DropdownItem,
  DropdownItemGroup,
  DropdownItemRadio,
  DropdownItemRadioGroup,
} from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useState } from 'react';
import type { BootPerson } from '../../wire/wire';
import { type ThemeChoice, themeChoices } from '../session/theme';
import { fill, type Language, languageNames, languages, useTexts } from '../texts/language';

/** How the page looks to this browser, whoever it is. */
export interface Looks {
  readonly themeChoice: ThemeChoice;
  readonly chooseTheme: (choice: ThemeChoice) => void;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
}

interface Props {
  readonly people: readonly BootPerson[];
  readonly person: BootPerson | null;
  readonly choosePerson: (person: BootPerson | null) => void;
  readonly looks: Looks;
  /** The app's own entry; null for someone who is not logged in. */
  readonly settings: { readonly title: string; readonly open: () => void } | null;
}

/** The menu behind the face at the top right: who this tab is, and its colours. */
export function PersonMenu({ people, person, choosePerson, looks, settings }: Props): ReactElement {
  const texts = useTexts();
  const themeNames = { light: texts.light, dark: texts.dark, auto: texts.asSystem };
  const name = person?.displayName ?? texts.notLoggedIn;
  const [isOpen, setIsOpen] = useState(false);
  const choose = (apply: () => void): void => {
    setIsOpen(false);
    apply();
  };
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={isOpen}
      onOpenChange={(change) => setIsOpen(change.isOpen)}
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <button ref={triggerRef} type="button" className="person-button" aria-pressed={isSelected} {...props}>
          <Avatar size="small" {...(person === null ? {} : { src: person.avatarUrl })} />
          <span className="person-button-name">{name}</span>
        </button>
      )}
    >
      {settings === null ? null : (
        <DropdownItemGroup title={texts.account}>
          <DropdownItem onClick={() => choose(settings.open)}>
            {fill(texts.personalSettings, settings.title)}
          </DropdownItem>
        </DropdownItemGroup>
      )}
      <DropdownItemRadioGroup id="person" title={texts.lookAs}>
        {[...people.filter((candidate) => candidate.canSignIn), null].map((candidate) => (
          <DropdownItemRadio
            key={candidate?.handle ?? 'anonymous'}
            id={candidate?.handle ?? 'anonymous'}
            isSelected={candidate === person}
            onClick={() => choose(() => choosePerson(candidate))}
          >
            {candidate?.displayName ?? texts.notLoggedIn}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
      <DropdownItemRadioGroup id="theme" title={texts.theme}>
        {themeChoices.map((choice) => (
          <DropdownItemRadio
            key={choice}
            id={choice}
            isSelected={choice === looks.themeChoice}
            onClick={() => choose(() => looks.chooseTheme(choice))}
          >
            {themeNames[choice]}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
      <DropdownItemRadioGroup id="language" title={texts.language}>
        {languages.map((language) => (
          <DropdownItemRadio
            key={language}
            id={language}
            isSelected={language === looks.language}
            onClick={() => choose(() => looks.chooseLanguage(language))}
          >
            <span lang={language.slice(0, 2)}>{languageNames[language]}</span>
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
