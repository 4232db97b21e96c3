import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import React, { type ReactElement, useEffect } from 'react';
import { AutomationPage } from '../automation/automation-page';
import { IssueList } from '../issues/issue-list';
import { IssuePage } from '../issues/issue-page';
import { useIssues } from '../issues/use-issues';
import type { Place } from '../links/places';
import { useShell } from '../shell/shell';
import { AppPage } from './app-page';
import { AppsPage } from './apps-page';

const trails: ReadonlyMap<string, string> = new Map([
  ['jira:globalPage', 'Apps'],
  ['jira:adminPage', 'Settings / Apps'],
  ['jira:personalSettingsPage', 'Personal settings'],
]);

/** The page under an address, as the person of this tab may see it. */
export function PlaceView({ place }: { readonly place: Place }): ReactElement {
  const { boot, session, address, viewRun, navigate } = useShell();
  const { found: issues, assign, addPanel } = useIssues();
  const issue = place.kind === 'issue' ? issues?.find((candidate) => candidate.key === place.key) : undefined;
  const title = issue === undefined ? titleOf(place, boot.project.name) : `[${issue.key}] ${issue.summary}`;
  useEffect(() => {
    document.title = `${title} - Jira`;
  }, [title]);
  const handle = session.person?.handle ?? '';
  switch (place.kind) {
    case 'issues':
      return issues === null ? <Waiting /> : <IssueList project={boot.project} issues={issues} goTo={navigate} />;
    case 'issue':
      if (issue === undefined) return issues === null ? <Waiting /> : <Nothing what="issue" />;
      return (
        <IssuePage
          key={`${issue.id} ${handle}`}
          issue={issue}
          assign={session.person === null ? null : (accountId) => void assign(issue, accountId)}
          addPanel={(module) => void addPanel(issue, module)}
        />
      );
    case 'app':
      return (
        <AppPage
          key={`${place.module.key} ${handle} ${address.visit} ${viewRun}`}
          module={place.module}
          base={place.base}
          trail={trails.get(place.module.type) ?? ''}
        />
      );
    case 'apps':
      return <AppsPage />;
    case 'automation':
      return issues === null ? <Waiting /> : <AutomationPage issues={issues} />;
    default:
      return <Nothing what="page" />;
  }
}

function titleOf(place: Place, projectName: string): string {
  if (place.kind === 'app') return place.module.title;
  if (place.kind === 'automation') return 'Automation';
  return place.kind === 'apps' ? 'Manage apps' : projectName;
}

function Waiting(): ReactElement {
  return (
    <main className="issue-list">
      <Spinner label="Loading" />
    </main>
  );
}

function Nothing({ what }: { readonly what: 'issue' | 'page' }): ReactElement {
  return (
    <main className="issue-list">
      <Heading as="h1" size="large">
        There is no such {what}
      </Heading>
      <p>It may not exist, or you may not be allowed to see it.</p>
    </main>
  );
}
