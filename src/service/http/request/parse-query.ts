import type { TObject } from 'typebox';
import type { ErrorDetail } from '../../../contract/error-body';
import type { DescribedOperation } from '../../../contract/operation';
import { AppError } from '../../errors/app-error';
import { createCheck, nameMember } from '../../operations/input/check-value';
import { isUuidProperty } from './parse-params';
import type { PropertySchema } from './property-schema';

type RawQuery = Readonly<Record<string, string | string[]>>;

/**
 * Reads a query: text to number or boolean where the table says so, defaults filled in, UUIDs in lower case.
 * A parameter that is not repeatable may come once. Unknown ones are left out in operations of the listing and refused in ours.
 * @throws AppError `invalid_request` with a detail for each wrong parameter.
 */
export function createQueryParser(
  schema: TObject,
  origin: DescribedOperation['origin'],
): (raw: RawQuery) => Readonly<Record<string, unknown>> {
  const properties: Readonly<Record<string, PropertySchema>> = schema.properties;
  const check = createCheck(schema, nameMember('query'));
  return (raw) => {
    const problems: ErrorDetail[] = [];
    const refuse = (name: string, rule: string) => problems.push({ field: `query.${name}`, rule });
    for (const [name, value] of Object.entries(raw)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property === undefined) {
        if (origin === 'aside') refuse(name, 'is not a parameter of this operation');
      } else if (Array.isArray(value) && property.type !== 'array') refuse(name, 'must be given once');
      else if ([value].flat().some((text) => text.includes('\0'))) refuse(name, 'must not hold the character U+0000');
    }
    if (problems.length > 0) throw new AppError('invalid_request', 'The query is not valid.', { details: problems });
    const values: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(properties)) {
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
      const read = value === undefined ? property.default : readText(value, property);
      if (read !== undefined) values[name] = read;
    }
    return check(values);
  };
}

/** What is not a number or a boolean stays text, and the check says what it must be. */
function readText(value: string | string[], property: PropertySchema): unknown {
  if (property.type === 'array') return [value].flat();
  if (typeof value !== 'string') return value;
  if (property.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (property.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return isUuidProperty(property) ? value.toLowerCase() : value;
}
