import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import React, { type MouseEvent, type ReactElement } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { IssueActivity } from '../activity/issue-activity';
import { AdfDocument } from '../adf/adf-document';
import { pathOfProject } from '../links/places';
import { SiteLinksContext } from '../links/site-links';
import { BackgroundScript } from '../modules/background-script';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { useTexts } from '../texts/language';
import { AddApps } from './add-apps';
import { IssueActions } from './issue-actions';
import { IssueContext } from './issue-context';
import { IssueDetails } from './issue-details';
import { IssueTypeIcon } from './issue-icons';
import { IssuePanel } from './issue-panel';
import { StatusPicker } from './status-picker';
import type { IssueChanges } from './use-issues';

interface Props {
  readonly issue: BootIssue;
  /** Null for someone who may not change anything. */
  readonly changes: IssueChanges | null;
}

export function IssuePage({ issue, changes }: Props): ReactElement {
  const { boot, navigate, viewRun } = useShell();
  const texts = useTexts();
  const links = useSiteLinks();
  const ofType = (type: string) => boot.modules.filter((module) => module.type === type);
  const panels = ofType('jira:issuePanel');
  const isAdded = ({ key }: BootModule): boolean => issue.panels.includes(key);
  const project = boot.projects.find(({ id }) => id === issue.projectId);
  const to = (path: string) => (event: MouseEvent) => {
    event.preventDefault();
    navigate(path);
  };
  const listPath = project === undefined ? '/' : pathOfProject(project);
  return (
    <main className="issue-page">
      <article>
        <div className="issue-top">
          <Breadcrumbs label={texts.whereItIs}>
            <BreadcrumbsItem text={texts.projects} href="/" onClick={to('/')} />
            <BreadcrumbsItem text={project?.name ?? ''} href={listPath} onClick={to(listPath)} />
            <BreadcrumbsItem
              text={issue.key}
              href={`/browse/${issue.key}`}
              onClick={to(`/browse/${issue.key}`)}
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
        {changes === null ? null : (
          <AddApps
            modules={panels.filter((module) => !isAdded(module))}
            add={(module) => void changes.addPanel(issue, module)}
          />
        )}
        <section aria-label={texts.description}>
          <h2>{texts.description}</h2>
          {issue.description.content.length === 0 ? <p className="subtle">{texts.noDescription}</p> : null}
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
        <IssueActivity issue={issue} />
      </article>
      <div className="issue-side">
        <StatusPicker
          status={issue.status}
          move={changes === null ? null : (status) => void changes.move(issue, status)}
        />
        <IssueDetails
          issue={issue}
          assign={changes === null ? null : (accountId) => void changes.assign(issue, accountId)}
        />
        {ofType('jira:issueContext').map((module) => (
          <IssueContext key={`${module.key} ${viewRun}`} module={module} issue={issue} />
        ))}
      </div>
    </main>
  );
}
