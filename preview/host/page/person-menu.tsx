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

interface Props {
  readonly people: readonly BootPerson[];
  readonly person: BootPerson | null;
  readonly choosePerson: (person: BootPerson | null) => void;
  readonly theme: ThemeChoice;
  readonly chooseTheme: (choice: ThemeChoice) => void;
  /** The app's own entry; null for someone who is not logged in. */
  readonly settings: { readonly title: string; readonly open: () => void } | null;
}

const themeNames = { light: 'Light', dark: 'Dark', auto: 'As the system' } as const;

/** The menu behind the face at the top right: who this tab is, and its colours. */
export function PersonMenu({ people, person, choosePerson, theme, chooseTheme, settings }: Props): ReactElement {
  const name = person?.displayName ?? 'Not logged in';
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
        <DropdownItemGroup title="Account">
          <DropdownItem onClick={() => choose(settings.open)}>Personal settings: {settings.title}</DropdownItem>
        </DropdownItemGroup>
      )}
      <DropdownItemRadioGroup id="person" title="Look at Jira as">
        {[...people.filter((candidate) => candidate.canSignIn), null].map((candidate) => (
          <DropdownItemRadio
            key={candidate?.handle ?? 'anonymous'}
            id={candidate?.handle ?? 'anonymous'}
            isSelected={candidate === person}
            onClick={() => choose(() => choosePerson(candidate))}
          >
            {candidate?.displayName ?? 'Not logged in'}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
      <DropdownItemRadioGroup id="theme" title="Theme">
        {themeChoices.map((choice) => (
          <DropdownItemRadio
            key={choice}
            id={choice}
            isSelected={choice === theme}
            onClick={() => choose(() => chooseTheme(choice))}
          >
            {themeNames[choice]}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
