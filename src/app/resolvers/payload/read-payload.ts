import { ProblemError } from '../../problems/problem-error';

/** What one member of a payload has to be. */
export interface Kind<T> {
  /** For people, after "has to be". */
  readonly rule: string;
  /** The value as it is worked with; undefined where it is not of this kind. `path` names it, for kinds that hold others. */
  readonly read: (value: unknown, path: string) => T | undefined;
}

/** The members of a payload that a function reads, each with its kind. All else in it is ignored. */
export type Shape<Ask> = { readonly [Name in keyof Ask]: Kind<Ask[Name]> };

/**
 * What a function was asked, of which nothing but its shape is known. Payloads come from a browser and may be anything:
 * a wrong one is a fault of the view, of a view older than the function, or a forged call.
 * @throws ProblemError `payload_wrong`, with the first member that is wrong and what it has to be
 */
export function readPayload<Ask>(payload: unknown, shape: Shape<Ask>, path = ''): Ask {
  const given = (typeof payload === 'object' && payload !== null ? payload : {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(shape) as (keyof Ask & string)[];
  const members = names.map((name) => [name, readMember(given[name], shape[name], `${path}${name}`)]);
  return Object.fromEntries(members) as Ask;
}

/** One value of a payload. @throws ProblemError `payload_wrong` */
export function readMember<T>(value: unknown, { rule, read }: Kind<T>, path: string): T {
  const result = read(value, path);
  if (result === undefined) throw new ProblemError({ code: 'payload_wrong', field: path, rule });
  return result;
}
