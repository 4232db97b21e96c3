import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import React, { type MouseEvent, type ReactElement } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { AdfDocument } from '../adf/adf-document';
import { SiteLinksContext } from '../links/site-links';
import { BackgroundScript } from '../modules/background-script';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { AddApps } from './add-apps';
import { IssueActions } from './issue-actions';
import { IssueContext } from './issue-context';
import { IssueDetails } from './issue-details';
import { IssueTypeIcon } from './issue-icons';
import { IssuePanel } from './issue-panel';

interface Props {
  readonly issue: BootIssue;
  /** Null for someone who may not assign. */
  readonly assign: ((accountId: string | null) => void) | null;
  readonly addPanel: (module: BootModule) => void;
}

export function IssuePage({ issue, assign, addPanel }: Props): ReactElement {
  const { boot, navigate, viewRun } = useShell();
  const links = useSiteLinks();
  const ofType = (type: string) => boot.modules.filter((module) => module.type === type);
  const panels = ofType('jira:issuePanel');
  const isAdded = ({ key }: BootModule): boolean => issue.panels.includes(key);
  const toList = (event: MouseEvent): void => {
    event.preventDefault();
    navigate('/');
  };
  return (
    <main className="issue-page">
      <article>
        <div className="issue-top">
          <Breadcrumbs label="Where this issue is">
            <BreadcrumbsItem text="Projects" href="/" onClick={toList} />
            <BreadcrumbsItem text={boot.project.name} href="/" onClick={toList} />
            <BreadcrumbsItem
              text={issue.key}
              href={`/browse/${issue.key}`}
              iconBefore={<IssueTypeIcon type={issue.type} />}
            />
          </Breadcrumbs>
          <IssueActions modules={ofType('jira:issueAction')} issue={issue} />
        </div>
        <div className="issue-title">
          <Heading as="h1" size="large">
            {issue.summary}
          </Heading>
        </div>
        <AddApps modules={panels.filter((module) => !isAdded(module))} add={addPanel} />
        <section aria-label="Description">
          <h2>Description</h2>
          <SiteLinksContext.Provider value={links}>
            <AdfDocument document={issue.description} />
          </SiteLinksContext.Provider>
        </section>
        {ofType('jira:issueViewBackgroundScript').map((module) => (
          <BackgroundScript key={`${module.key} ${viewRun}`} module={module} issue={issue} />
        ))}
        {panels.filter(isAdded).map((module) => (
          <IssuePanel key={`${module.key} ${viewRun}`} module={module} issue={issue} />
        ))}
      </article>
      <div className="issue-side">
        <IssueDetails issue={issue} assign={assign} />
        {ofType('jira:issueContext').map((module) => (
          <IssueContext key={`${module.key} ${viewRun}`} module={module} issue={issue} />
        ))}
      </div>
    </main>
  );
}
