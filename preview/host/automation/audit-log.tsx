import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import React, { type ReactElement } from 'react';
import type { RuleRun } from '../../../platform/wire/wire';

interface Props {
  readonly runs: readonly RuleRun[];
}

/** The rule's audit log: each run with what the action gave back, or why it was stopped. */
export function AuditLog({ runs }: Props): ReactElement {
  return (
    <section className="audit-log" aria-label="Audit log">
      <Heading as="h2" size="small">
        Audit log
      </Heading>
      {runs.length === 0 ? <p className="subtle">The rule has not run yet.</p> : null}
      <ol>
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two runs may have everything in common
          <li key={`${run.at} ${index}`}>
            <span className="audit-head">
              <time dateTime={run.at}>{new Date(run.at).toLocaleString()}</time>
              <strong>{run.issueKey}</strong>
              <Outcome kind={run.outcome.kind} />
            </span>
            <Details outcome={run.outcome} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Outcome({ kind }: { readonly kind: RuleRun['outcome']['kind'] }): ReactElement {
  if (kind === 'done') return <Lozenge appearance="success">Success</Lozenge>;
  return <Lozenge appearance="removed">Some errors</Lozenge>;
}

function Details({ outcome }: Pick<RuleRun, 'outcome'>): ReactElement {
  if (outcome.kind === 'refused') {
    return (
      <ul className="audit-messages">
        {outcome.messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    );
  }
  return (
    <dl className="audit-outputs">
      {Object.entries(outcome.outputs).map(([name, value]) => (
        <React.Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? 'none' : String(value)}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
