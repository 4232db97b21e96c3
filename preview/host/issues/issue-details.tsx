import { SimpleTag } from '@atlaskit/tag';
import React, { type ReactElement, type ReactNode } from 'react';
import type { BootIssue } from '../../wire/wire';
import { PersonName } from '../shell/person-name';
import { AssigneePicker } from './assignee-picker';
import { Priority } from './issue-icons';
import { StatusLozenge } from './status-lozenge';

interface Props {
  readonly issue: BootIssue;
  readonly assign: ((accountId: string | null) => void) | null;
}

/** The column on the right. */
export function IssueDetails({ issue, assign }: Props): ReactElement {
  return (
    <aside className="issue-details" aria-label="Details">
      <h2>Details</h2>
      <dl>
        <Field name="Status">
          <StatusLozenge status={issue.status} />
        </Field>
        <Field name="Assignee">
          <AssigneePicker assigneeId={issue.assigneeId} assign={assign} />
        </Field>
        <Field name="Reporter">
          <PersonName accountId={issue.reporterId} />
        </Field>
        <Field name="Priority">
          <Priority priority={issue.priority} />
        </Field>
        <Field name="Labels">
          {issue.labels.map((label) => (
            <SimpleTag key={label} text={label} />
          ))}
        </Field>
      </dl>
    </aside>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
