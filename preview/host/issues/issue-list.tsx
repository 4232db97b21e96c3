import Avatar from '@atlaskit/avatar';
import Heading from '@atlaskit/heading';
import React, { type ReactElement, useContext } from 'react';
import type { Boot, BootIssue } from '../../wire/wire';
import { PeopleContext } from '../session/people-context';
import { PageLink } from '../shell/page-link';
import { IssueTypeIcon } from './issue-icons';
import { StatusLozenge } from './status-lozenge';

interface Props {
  readonly project: Boot['project'];
  readonly issues: readonly BootIssue[];
  readonly goTo: (path: string) => void;
}

export function IssueList({ project, issues, goTo }: Props): ReactElement {
  return (
    <main className="issue-list">
      <div className="subtle">Projects / {project.name}</div>
      <Heading as="h1" size="large">
        Work
      </Heading>
      <ul>
        {issues.map((issue) => (
          <IssueRow key={issue.id} issue={issue} goTo={goTo} />
        ))}
      </ul>
    </main>
  );
}

function IssueRow({ issue, goTo }: { readonly issue: BootIssue; readonly goTo: (path: string) => void }): ReactElement {
  const assignee = useContext(PeopleContext).find((person) => person.accountId === issue.assigneeId);
  const label = assignee === undefined ? 'Unassigned' : `Assigned to ${assignee.displayName}`;
  return (
    <li>
      <PageLink path={`/browse/${issue.key}`} goTo={goTo} className="issue-row">
        <IssueTypeIcon type={issue.type} />
        <span className={issue.status === 'Done' ? 'issue-key done' : 'issue-key'}>{issue.key}</span>
        <span className="issue-summary">{issue.summary}</span>
        <StatusLozenge status={issue.status} />
        <span title={label}>
          <Avatar
            size="small"
            name={label}
            appearance={assignee?.accountType === 'app' ? 'square' : 'circle'}
            {...(assignee === undefined ? {} : { src: assignee.avatarUrl })}
          />
        </span>
      </PageLink>
    </li>
  );
}
