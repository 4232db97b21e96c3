import type { TSchema } from 'typebox';
import type { Validator } from 'typebox/compile';
import type { ErrorDetail } from '../../../contract/error-body';
import { AccountId, IssueId, IssueKey, Uuid } from '../../../contract/identifiers';
import { QuietHours } from '../../../contract/quiet';
import { mostDetails } from '../../errors/app-error';

type Violation = ReturnType<Validator['Errors']>[number];

const patternOf = (schema: TSchema) => String(Reflect.get(schema, 'pattern'));

/** What a pattern of the contract asks for, in words. */
const wordsOfPattern: ReadonlyMap<string, string> = new Map([
  [patternOf(Uuid), 'must be a UUID'],
  [patternOf(AccountId), 'must be an account id'],
  [patternOf(IssueId), 'must be the numeric id of an issue'],
  [patternOf(IssueKey), 'must be the key of an issue'],
  [patternOf(QuietHours.properties.zone), 'must be the IANA name of a time zone'],
  [patternOf(QuietHours.properties.from), 'must be a time from 00:00 to 23:59'],
]);

/**
 * What a compiled check found, for people: one detail a place, and no more of them than an answer tells. `nameField` turns a JSON pointer into the name of a field.
 */
export function describeViolations(
  violations: readonly Violation[],
  nameField: (pointer: string) => string,
): ErrorDetail[] {
  const rules = new Map<string, string>();
  for (const violation of violations.filter(isTold).flatMap(splitRequired)) {
    const field = nameField(violation.instancePath);
    if (!rules.has(field)) rules.set(field, describeRule(violation, violations));
    if (rules.size === mostDetails) break;
  }
  return [...rules].map(([field, rule]) => ({ field, rule }));
}

/** A member too many is reported at its own place, by the schema `false` that it is held to. */
function isTold({ keyword }: Violation): boolean {
  return keyword !== 'additionalProperties';
}

/** A missing member is reported at its own place, not at its parent's. */
function splitRequired(violation: Violation): Violation[] {
  if (violation.keyword !== 'required') return [violation];
  return violation.params.requiredProperties.map((name) => ({
    ...violation,
    instancePath: `${violation.instancePath}/${name}`,
  }));
}

function describeRule(violation: Violation, all: readonly Violation[]): string {
  if (violation.keyword === 'required') return 'is required';
  if (violation.keyword === 'boolean') return 'is not a member of this';
  if (violation.keyword === 'pattern') return wordsOfPattern.get(String(violation.params.pattern)) ?? violation.message;
  if (violation.keyword === 'const') {
    const allowed = all.flatMap((other) =>
      other.keyword === 'const' && other.instancePath === violation.instancePath ? [other.params.allowedValue] : [],
    );
    return `must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`;
  }
  return violation.message;
}
