import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import React, { type MouseEvent, type ReactElement, useEffect, useRef } from 'react';
import type { BootIssue } from '../../wire';
import { AdfDocument } from '../adf/adf-document';
import type { ViewBridge } from '../bridge/view-bridge';
import { IssueDetails } from './issue-details';
import { IssueTypeIcon } from './issue-icons';
import { IssuePanel, type IssuePanelProps } from './issue-panel';

interface Props extends Omit<IssuePanelProps, 'panel' | 'onConnect'> {
  /** Resolves when Jira has taken the change; null for someone who may not assign. */
  readonly assign: ((issue: BootIssue, accountId: string | null) => Promise<void>) | null;
  readonly reloadPanels: () => void;
}

export function IssuePage({ assign, reloadPanels, ...props }: Props): ReactElement {
  const { boot, issue, session, theme, page } = props;
  const bridges = useRef(new Map<string, ViewBridge>());
  const connect = (moduleKey: string) => (bridge: ViewBridge | null) => {
    if (bridge === null) bridges.current.delete(moduleKey);
    else bridges.current.set(moduleKey, bridge);
  };
  useEffect(() => {
    for (const bridge of bridges.current.values()) bridge.emit('FORGE_CORE_THEME_CHANGED', { theme });
  }, [theme]);
  const change = async (accountId: string | null): Promise<void> => {
    await assign?.(issue, accountId);
    // Jira tells views so; one that does not listen would show the old state until the page is loaded again.
    const views = [...bridges.current.values()];
    for (const bridge of views) bridge.emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId: boot.project.id });
    if (views.some((bridge) => !bridge.isListenedTo('JIRA_ISSUE_CHANGED'))) reloadPanels();
  };
  const toList = (event: MouseEvent): void => {
    event.preventDefault();
    page.goTo('/');
  };
  return (
    <main className="issue-page">
      <article>
        <Breadcrumbs label="Where this issue is">
          <BreadcrumbsItem text="Projects" href="/" onClick={toList} />
          <BreadcrumbsItem text={boot.project.name} href="/" onClick={toList} />
          <BreadcrumbsItem
            text={issue.key}
            href={`/browse/${issue.key}`}
            iconBefore={<IssueTypeIcon type={issue.type} />}
          />
        </Breadcrumbs>
        <div className="issue-title">
          <Heading as="h1" size="large">
            {issue.summary}
          </Heading>
        </div>
        <section aria-label="Description">
          <h2>Description</h2>
          <AdfDocument document={issue.description} />
        </section>
        {boot.panels.map((panel) => (
          <IssuePanel
            key={`${panel.moduleKey} ${session.person?.handle ?? ''}`}
            {...props}
            panel={panel}
            onConnect={connect(panel.moduleKey)}
          />
        ))}
      </article>
      <IssueDetails issue={issue} assign={assign === null ? null : (accountId) => void change(accountId)} />
    </main>
  );
}
