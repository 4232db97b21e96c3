import Button from '@atlaskit/button/new';
import { SimpleTag } from '@atlaskit/tag';
import React, { type ReactElement, type ReactNode } from 'react';
import type { BootIssue } from '../../wire/wire';
import { PersonName } from '../shell/person-name';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';
import { AssigneePicker } from './assignee-picker';
import { Priority } from './issue-icons';

interface Props {
  readonly issue: BootIssue;
  readonly assign: ((accountId: string | null) => void) | null;
}

/** The column on the right. */
export function IssueDetails({ issue, assign }: Props): ReactElement {
  const { session } = useShell();
  const texts = useTexts();
  const me = session.person?.accountId ?? null;
  return (
    <aside className="issue-details" aria-label={texts.details}>
      <h2>{texts.details}</h2>
      <dl>
        <Field name={texts.assignee}>
          <AssigneePicker assigneeId={issue.assigneeId} assign={assign} />
          {assign === null || me === null || issue.assigneeId === me ? null : (
            <Button appearance="subtle" spacing="compact" onClick={() => assign(me)}>
              {texts.assignToMe}
            </Button>
          )}
        </Field>
        <Field name={texts.reporter}>
          <PersonName accountId={issue.reporterId} />
        </Field>
        <Field name={texts.priority}>
          <Priority priority={issue.priority} />
        </Field>
        <Field name={texts.labels}>
          {issue.labels.length === 0 ? <span className="subtle">{texts.none}</span> : null}
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
