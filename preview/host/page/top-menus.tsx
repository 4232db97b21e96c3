import React, { type ReactElement } from 'react';
import { findModule, pathOfModule } from '../links/places';
import { MailTray } from '../mail/mail-tray';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { type Looks, PersonMenu } from './person-menu';
import { SettingsMenu } from './settings-menu';

/** At the right of the top bar: mail, settings, and who one is. */
export function TopMenus({ looks }: { readonly looks: Looks }): ReactElement {
  const { boot, session, navigate, choosePerson } = useShell();
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
      <PersonMenu people={boot.people} person={person} choosePerson={choosePerson} looks={looks} settings={settings} />
    </>
  );
}
