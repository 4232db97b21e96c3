import React, { type ReactElement, useContext, useState } from 'react';
import type { Happening } from '../../../platform/wire/wire';
import type { Texts } from '../texts/english';
import { formatClock } from '../texts/format-time';
import { fill, LanguageContext, useTexts } from '../texts/language';

const nameKind = (texts: Texts): Readonly<Record<Happening['kind'], string>> => ({
  invocation: texts.hoodFunction,
  jira: 'Jira',
  remote: texts.hoodService,
  storage: texts.hoodStorage,
  realtime: 'Realtime',
  queue: texts.hoodPush,
  event: texts.hoodEvent,
  atlassian: 'Atlassian',
  hint: texts.hoodHint,
  log: texts.hoodLog,
});

/** One thing that happened, in a line; what went in, and the claims of a token, once it is opened. */
export function HappeningLine({ happening }: { readonly happening: Happening }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const { kind, at, title, functionKey, outcome, took, points, detail } = happening;
  const where = functionKey === null || kind === 'invocation' ? '' : fill(texts.hoodWithin, functionKey);
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <time dateTime={new Date(at).toISOString()}>{formatClock(at, language)}</time>
          <span className={`hood-kind hood-${kind}`}>{nameKind(texts)[kind]}</span>
          <span className="hood-title">
            {title} <span className="hood-where">{where}</span>
          </span>
          <span className="hood-outcome">
            {outcome ?? texts.hoodGoesOn}
            {took === null ? '' : `, ${fill(texts.hoodTook, String(took))}`}
            {points === 0 ? '' : `, ${points === 1 ? texts.hoodPoint : fill(texts.hoodPointsSpent, String(points))}`}
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
