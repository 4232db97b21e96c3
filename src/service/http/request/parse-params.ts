import type { TObject } from 'typebox';
import { Uuid } from '../../../contract/identifiers';
import { createCheck, nameMember } from '../../operations/input/check-value';
import type { PropertySchema } from './property-schema';

const uuidPattern = Reflect.get(Uuid, 'pattern');

/** Whether a property holds a UUID, in which upper and lower case mean the same. */
export function isUuidProperty(schema: PropertySchema | undefined): boolean {
  return schema?.pattern === uuidPattern;
}

/** Reads the parameters of a path. UUIDs come out in lower case. @throws AppError `invalid_request`. */
export function createParamsParser(schema: TObject): (raw: unknown) => Readonly<Record<string, string>> {
  const check = createCheck(schema, nameMember('path'));
  const properties: Readonly<Record<string, PropertySchema>> = schema.properties;
  return (raw) =>
    Object.fromEntries(
      Object.entries(check(raw)).map(([name, value]) => [
        name,
        isUuidProperty(properties[name]) ? String(value).toLowerCase() : String(value),
      ]),
    );
}
