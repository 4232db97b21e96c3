import React, { type ReactElement, useState } from 'react';
import type { Happening } from '../../../platform/wire/wire';

const kinds: Readonly<Record<Happening['kind'], string>> = {
  invocation: 'Function',
  jira: 'Jira',
  remote: 'Service',
  storage: 'Storage',
  realtime: 'Realtime',
  queue: 'Push',
  event: 'Event',
  atlassian: 'Atlassian',
  hint: 'Hint',
  log: 'Log',
};

/** One thing that happened, in a line; what went in, and the claims of a token, once it is opened. */
export function HappeningLine({ happening }: { readonly happening: Happening }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const { kind, at, title, functionKey, outcome, took, points, detail } = happening;
  const where = functionKey === null || kind === 'invocation' ? '' : `in ${functionKey}`;
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleTimeString()}</time>
          <span className={`hood-kind hood-${kind}`}>{kinds[kind]}</span>
          <span className="hood-title">
            {title} <span className="hood-where">{where}</span>
          </span>
          <span className="hood-outcome">
            {outcome ?? 'goes on'}
            {took === null ? '' : `, ${took} ms`}
            {points === 0 ? '' : `, ${points} ${points === 1 ? 'point' : 'points'}`}
          </span>
        </summary>
        {isOpen ? <pre>{describe(detail)}</pre> : null}
      </details>
    </li>
  );
}

/** Bodies come as the text that was sent; as JSON they read better. */
function describe(detail: Happening['detail']): string {
  const parsed = Object.entries(detail).map(([name, value]) => [name, parse(value)]);
  return JSON.stringify(Object.fromEntries(parsed), null, 2);
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
