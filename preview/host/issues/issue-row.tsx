import Avatar from '@atlaskit/avatar';
import React, { type ReactElement, useContext } from 'react';
import type { BootIssue } from '../../wire/wire';
import { PeopleContext } from '../session/people-context';
import { PageLink } from '../shell/page-link';
import { fill, useTexts } from '../texts/language';
import { IssueTypeIcon } from './issue-icons';
import { StatusLozenge } from './status-lozenge';

interface Props {
  readonly issue: BootIssue;
  readonly goTo: (path: string) => void;
}

/** A work item in a list, as a line that leads to it. */
export function IssueRow({ issue, goTo }: Props): ReactElement {
  const texts = useTexts();
  const assignee = useContext(PeopleContext).find((person) => person.accountId === issue.assigneeId);
  const label = assignee === undefined ? texts.unassigned : fill(texts.assignedTo, assignee.displayName);
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
