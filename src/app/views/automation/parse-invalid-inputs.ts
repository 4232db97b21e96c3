import type { InputName } from './action-inputs';

const names: readonly InputName[] = ['issueKey', 'recipient', 'message', 'ruleName'];

/**
 * The inputs that Automation refuses, by `extension.errors.invalidInputs`, and its words for each where it has some. How
 * that is shaped is not documented: names, objects that name one, or an object by names are all understood.
 */
export function parseInvalidInputs(invalid: unknown): ReadonlyMap<InputName, string | null> {
  if (typeof invalid !== 'object' || invalid === null) return new Map();
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(invalid)
    ? invalid.map((it: unknown) => [nameIn(it), it])
    : Object.entries(invalid);
  return new Map(
    pairs.flatMap(([name, about]) => {
      const known = names.find((it) => it === name);
      return known === undefined ? [] : [[known, wordsIn(about, known)] as const];
    }),
  );
}

function nameIn(it: unknown): unknown {
  if (typeof it !== 'object' || it === null) return it;
  const { key, name, input, field } = it as Readonly<Record<string, unknown>>;
  return key ?? name ?? input ?? field;
}

function wordsIn(about: unknown, name: string): string | null {
  const words = typeof about === 'object' && about !== null ? (about as { message?: unknown }).message : about;
  return typeof words === 'string' && words !== '' && words !== name ? words : null;
}
