import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import React, { type ReactElement, useContext } from 'react';
import type { RuleRun } from '../../../platform/wire/wire';
import { formatMoment } from '../texts/format-time';
import { LanguageContext, useTexts } from '../texts/language';

interface Props {
  readonly runs: readonly RuleRun[];
}

/** The rule's audit log: each run with what the action gave back, or why it was stopped. */
export function AuditLog({ runs }: Props): ReactElement {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  return (
    <section className="audit-log" aria-label={texts.auditLog}>
      <Heading as="h2" size="small">
        {texts.auditLog}
      </Heading>
      {runs.length === 0 ? <p className="subtle">{texts.notRunYet}</p> : null}
      <ol>
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two runs may have everything in common
          <li key={`${run.at} ${index}`}>
            <span className="audit-head">
              <time dateTime={run.at}>{formatMoment(run.at, language)}</time>
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
  const texts = useTexts();
  if (kind === 'done') return <Lozenge appearance="success">{texts.success}</Lozenge>;
  return <Lozenge appearance="removed">{texts.someErrors}</Lozenge>;
}

function Details({ outcome }: Pick<RuleRun, 'outcome'>): ReactElement {
  const texts = useTexts();
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
          <dd>{value === null ? texts.noValue : String(value)}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
