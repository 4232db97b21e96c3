import type { RuleRun } from '../wire/wire';

/** What Jira makes of an action's return value: its outputs, or `{ errors: [{ message }] }`, which stops the rule. */
export function parseActionResult(returned: unknown): RuleRun['outcome'] {
  const result = (returned ?? {}) as Readonly<Record<string, unknown>>;
  const errors = result['errors'];
  if (!Array.isArray(errors)) return { kind: 'done', outputs: result };
  const messages = errors.map((error: unknown) => String((error as { message?: unknown } | null)?.message ?? ''));
  return { kind: 'refused', messages };
}
