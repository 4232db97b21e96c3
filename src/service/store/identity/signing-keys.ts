import type { KeyRegistry, SigningKey } from '../../identity/signing-key';
import { noteDeed, wholeInstallation } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';

export const selectKeys = {
  name: 'select-keys',
  text: `
  select k.id, k.value, ${inMilliseconds('k.created_at')}, ${inMilliseconds('k.ends_at')}
  from signing_key k
  where k.ends_at is null or k.ends_at > $1
  order by k.created_at desc, k.id desc`,
};

export const insertFirstKey = {
  name: 'insert-first-key',
  text: `
  insert into signing_key (id, value, created_at)
  select $1::text, $2::bytea, $3::timestamptz
  where not exists (select 1 from signing_key k where k.ends_at is null)`,
};

export const deleteKeys = {
  name: 'delete-keys',
  text: 'delete from signing_key',
};

export const deleteEndedKeys = {
  name: 'delete-ended-keys',
  text: 'delete from signing_key k where k.ends_at <= $1',
};

export const rotateKeys = {
  name: 'rotate-keys',
  text: `
  with ended as (
    update signing_key k set ends_at = $4 where k.ends_at is null or k.ends_at > $4
  )
  insert into signing_key (id, value, created_at) values ($1, $2, $3)`,
};

interface KeyRow {
  readonly id: string;
  readonly value: Uint8Array;
  readonly created_at: number;
  readonly ends_at: number | null;
}

export function keyRegistry(database: Database, clock: Clock): KeyRegistry {
  return {
    async listKeys(now) {
      const rows = await database.query<KeyRow>(selectKeys, [now]);
      return rows.map(({ id, value, created_at, ends_at }) => ({
        id,
        value,
        createdAt: new Date(created_at).toISOString(),
        endsAt: ends_at === null ? null : new Date(ends_at).toISOString(),
      }));
    },
    async addFirstKey({ id, value, createdAt }: SigningKey) {
      await database.query(insertFirstKey, [id, value, new Date(createdAt)]);
    },
    async replaceKeys({ id, value, createdAt }, othersEndAt, by = 'service') {
      await database.transaction(async (transaction) => {
        const earlierEndAt = othersEndAt ?? new Date(createdAt);
        if (othersEndAt === null) await transaction.query(deleteKeys, []);
        await transaction.query(rotateKeys, [id, value, new Date(createdAt), earlierEndAt]);
        const details = { earlierEndAt: earlierEndAt.toISOString() };
        const deed = { cloudId: wholeInstallation, actorId: by, action: 'key-rotated', subject: id, details } as const;
        await noteDeed(transaction, clock, deed);
      });
    },
    async dropEndedKeys(by) {
      await database.query(deleteEndedKeys, [by]);
    },
  };
}
