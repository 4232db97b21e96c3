import React, { type ReactElement } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { ModuleView } from '../modules/module-view';

interface Props {
  readonly module: BootModule;
  readonly issue: BootIssue;
}

/** An app's panel on an issue, as Jira frames it: icon and title, then the view. */
export function IssuePanel({ module, issue }: Props): ReactElement {
  return (
    <section className="app-panel app-view" aria-label={module.title}>
      <header>
        {module.iconUrl === null ? null : <img src={module.iconUrl} alt="" width={24} height={24} />}
        <h2>{module.title}</h2>
      </header>
      <ModuleView module={module} issue={issue} />
    </section>
  );
}
