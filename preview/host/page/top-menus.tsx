import React, { type ReactElement } from 'react';
import { findModule, pathOfModule } from '../links/places';
import { MailTray } from '../mail/mail-tray';
import { keepPerson, type Session } from '../session/session';
import type { ThemeChoice } from '../session/theme';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { PersonMenu } from './person-menu';
import { SettingsMenu } from './settings-menu';

interface Props {
  readonly setSession: (change: (now: Session) => Session) => void;
  readonly themeChoice: ThemeChoice;
  readonly chooseTheme: (choice: ThemeChoice) => void;
}

/** At the right of the top bar: mail, settings, and who one is. */
export function TopMenus({ setSession, themeChoice, chooseTheme }: Props): ReactElement {
  const { boot, session, navigate } = useShell();
  const links = useSiteLinks();
  const { person } = session;
  const module = findModule(boot, 'jira:personalSettingsPage');
  const path = module === undefined ? null : pathOfModule(boot, module);
  const settings =
    person === null || module === undefined || path === null
      ? null
      : { title: module.title, open: () => navigate(path) };
  return (
    <>
      {person === null ? null : (
        <MailTray key={person.handle} boot={boot} session={session} person={person} links={links} />
      )}
      <SettingsMenu />
      <PersonMenu
        people={boot.people}
        person={person}
        choosePerson={(chosen) => {
          keepPerson(chosen);
          setSession((now) => ({ ...now, person: chosen }));
        }}
        theme={themeChoice}
        chooseTheme={chooseTheme}
        settings={settings}
      />
    </>
  );
}
