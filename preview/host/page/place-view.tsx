import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import React, { type ReactElement, useEffect } from 'react';
import { AutomationPage } from '../automation/automation-page';
import { RuleList } from '../automation/rule-list';
import { IssuePage } from '../issues/issue-page';
import { useIssues } from '../issues/use-issues';
import type { Place } from '../links/places';
import { ProjectPage } from '../projects/project-page';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { StartPage } from '../start/start-page';
import type { Texts } from '../texts/english';
import { useTexts } from '../texts/language';
import { AppPage } from './app-page';
import { AppsPage } from './apps-page';

const trails: ReadonlyMap<string, string> = new Map([
  ['jira:globalPage', 'Apps'],
  ['jira:adminPage', 'Settings / Apps'],
  ['jira:personalSettingsPage', 'Personal settings'],
]);

/** The page under an address, as the person of this tab may see it. */
export function PlaceView({ place }: { readonly place: Place }): ReactElement {
  const { session, address, viewRun } = useShell();
  const texts = useTexts();
  const [issues, changes] = useIssues();
  const issue = place.kind === 'issue' ? issues?.find((candidate) => candidate.key === place.key) : undefined;
  const title = issue === undefined ? titleOf(place, texts) : `[${issue.key}] ${issue.summary}`;
  useEffect(() => {
    document.title = `${title} - Jira`;
  }, [title]);
  const handle = session.person?.handle ?? '';
  switch (place.kind) {
    case 'start':
      return issues === null ? <Waiting /> : <StartPage issues={issues} />;
    case 'project':
      return issues === null ? <Waiting /> : <ProjectPage project={place.project} tab={place.tab} issues={issues} />;
    case 'issue':
      if (issue === undefined) return issues === null ? <Waiting /> : <Nothing title={texts.noSuchIssue} />;
      return (
        <IssuePage key={`${issue.id} ${handle}`} issue={issue} changes={session.person === null ? null : changes} />
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
      if (place.ruleKey === null) return <RuleList />;
      return issues === null ? <Waiting /> : <AutomationPage ruleKey={place.ruleKey} issues={issues} />;
    default:
      return <Nothing title={texts.noSuchPage} />;
  }
}

function titleOf(place: Place, texts: Texts): string {
  if (place.kind === 'app') return place.module.title;
  if (place.kind === 'automation') return texts.automation;
  if (place.kind === 'project') return place.project.name;
  return place.kind === 'apps' ? texts.apps : texts.forYou;
}

function Waiting(): ReactElement {
  const texts = useTexts();
  return (
    <main className="issue-list">
      <Spinner label={texts.loading} />
    </main>
  );
}

function Nothing({ title }: { readonly title: string }): ReactElement {
  const { navigate } = useShell();
  const texts = useTexts();
  return (
    <main className="issue-list">
      <Heading as="h1" size="large">
        {title}
      </Heading>
      <p>{texts.notForYou}</p>
      <PageLink path="/" goTo={navigate}>
        {texts.backToStart}
      </PageLink>
    </main>
  );
}
