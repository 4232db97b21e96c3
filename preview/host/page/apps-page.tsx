import { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import React, { type MouseEvent, type ReactElement } from 'react';
import { findModule, pathOfModule } from '../links/places';
import { isForBrowser } from '../links/site-link';
import { useShell } from '../shell/shell';
import { fill, useTexts } from '../texts/language';

/** Jira's "Manage apps". An app whose admin page is its configuration is found here and nowhere else. */
export function AppsPage(): ReactElement {
  const { boot, navigate } = useShell();
  const texts = useTexts();
  const module = findModule(boot, 'jira:adminPage');
  const path = module === undefined ? null : pathOfModule(boot, module);
  const open = (event: MouseEvent): void => {
    if (path === null || isForBrowser(event)) return;
    event.preventDefault();
    navigate(path);
  };
  return (
    <main className="app-page">
      <div className="subtle">{texts.appsPlace}</div>
      <div className="app-page-title">
        <Heading as="h1" size="large">
          {texts.manageApps}
        </Heading>
      </div>
      <ul className="app-list">
        <li>
          <strong>{boot.appName}</strong>
          <span className="subtle">{fill(texts.installedOn, boot.site.name)}</span>
          {path === null ? null : (
            <LinkButton href={path} onClick={open}>
              {texts.configure}
            </LinkButton>
          )}
        </li>
      </ul>
    </main>
  );
}
