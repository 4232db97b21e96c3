import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { refuseFields } from '../../errors/app-error';
import { describeViolations } from './describe-violations';

/** Holds a value to a schema, which is compiled once. @throws AppError `invalid_request` with a detail for each wrong place. */
export function createCheck<Schema extends TSchema>(
  schema: Schema,
  nameField: (pointer: string) => string,
): (value: unknown) => Static<Schema> {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return value as Static<Schema>;
    throw refuseFields(describeViolations(compiled.Errors(value), nameField));
  };
}

/** Names a field of a path or a query: `query.user` for `/user/3`, too. */
export function nameMember(part: 'path' | 'query'): (pointer: string) => string {
  return (pointer) => `${part}.${pointer.split('/')[1]}`;
}

/** Names a field of a body: `body` and the JSON pointer below `base`. */
export function nameBodyField(base = ''): (pointer: string) => string {
  return (pointer) => `body${base}${pointer}`;
}
