import Avatar from '@atlaskit/avatar';
import React, { type ReactElement, useContext } from 'react';
import type { BootIssue } from '../../wire/wire';
import { IssueTypeIcon } from '../issues/issue-icons';
import { statuses, useStatusName } from '../issues/status-lozenge';
import { PeopleContext } from '../session/people-context';
import { PageLink } from '../shell/page-link';
import { fill, useTexts } from '../texts/language';

interface Props {
  readonly issues: readonly BootIssue[];
  readonly goTo: (path: string) => void;
}

/** The work items of a project in a column a status. */
export function Board({ issues, goTo }: Props): ReactElement {
  const nameOf = useStatusName();
  return (
    <div className="board">
      {statuses.map((status) => {
        const here = issues.filter((issue) => issue.status === status);
        return (
          <section key={status} aria-label={nameOf(status)}>
            <h2 className="board-title">
              {nameOf(status)} <span className="subtle">{here.length}</span>
            </h2>
            {here.map((issue) => (
              <Card key={issue.id} issue={issue} goTo={goTo} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Card({ issue, goTo }: { readonly issue: BootIssue; readonly goTo: Props['goTo'] }): ReactElement {
  const texts = useTexts();
  const assignee = useContext(PeopleContext).find(({ accountId }) => accountId === issue.assigneeId);
  const label = assignee === undefined ? texts.unassigned : fill(texts.assignedTo, assignee.displayName);
  return (
    <PageLink path={`/browse/${issue.key}`} goTo={goTo} className="board-card">
      <span>{issue.summary}</span>
      <span className="board-card-foot">
        <IssueTypeIcon type={issue.type} />
        <span className={issue.status === 'Done' ? 'subtle done' : 'subtle'}>{issue.key}</span>
        <Avatar size="small" name={label} {...(assignee === undefined ? {} : { src: assignee.avatarUrl })} />
      </span>
    </PageLink>
  );
}
