import { randomBytes } from 'node:crypto';
import type { Queries } from '../engine/database';

export const insertSecret = {
  name: 'insert-secret',
  text: 'insert into instance_secret (name, value, created_at) values ($1, $2, $3) on conflict (name) do nothing',
};

export const selectSecret = {
  name: 'select-secret',
  text: 'select s.value from instance_secret s where s.name = $1',
};

/** Of several first calls one value is kept, and each reads that one. */
export async function readSecret(database: Queries, now: Date, name: string): Promise<Uint8Array> {
  const find = () => database.query<{ value: Uint8Array }>(selectSecret, [name]);
  const [found] = await find();
  if (found) return found.value;
  await database.query(insertSecret, [name, randomBytes(32), now]);
  const [made] = await find();
  if (!made) throw new Error(`The secret ${name} was neither found nor made.`);
  return made.value;
}
