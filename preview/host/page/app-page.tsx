import Heading from '@atlaskit/heading';
import React, { type ReactElement } from 'react';
import type { BootModule } from '../../wire/wire';
import { ModuleView } from '../modules/module-view';

interface Props {
  readonly module: BootModule;
  /** The path of the page, without a slash at its end. */
  readonly base: string;
  /** Where in Jira it is, for the line above the title. */
  readonly trail: string;
}

/** A page of Jira that is all the app's: its title as Jira draws it, then the view. */
export function AppPage({ module, base, trail }: Props): ReactElement {
  return (
    <main className="app-page">
      <div className="subtle">{trail}</div>
      <div className="app-page-title">
        {module.iconUrl === null ? null : <img src={module.iconUrl} alt="" width={24} height={24} />}
        <Heading as="h1" size="large">
          {module.title}
        </Heading>
      </div>
      <div className="app-view">
        <ModuleView module={module} issue={null} base={base} />
      </div>
    </main>
  );
}
