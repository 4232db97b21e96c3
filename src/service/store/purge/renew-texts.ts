import { documentToText } from '../../../document/to-text';
import type { RenewalStore } from '../../conversation/administration';
import { listReachableSites } from '../distribution/sites-by-shard';
import type { Database } from '../engine/database';
import { searchableText } from '../engine/storable-text';
import { exportMessages } from '../export/export.sql';
import { type MessageRow, toMessage } from '../rows/message-row';

/** How many messages one commit looks at; their bytes are those of a page. */
const messagesInBatch = 200;

/** The one look across sites: the table has a row for each that is not done yet, and no words. */
export const selectStaleSites = {
  name: 'select-stale-sites',
  text: 'select r.cloud_id from stale_text r order by r.cloud_id',
};

/** Takes the site until the batch is committed. Another node leaves it alone meanwhile. */
export const selectStale = {
  name: 'select-stale',
  text: `
  select r.done_conversation_id, r.done_id from stale_text r where r.cloud_id = $1 for update of r skip locked`,
};

/** An edit meanwhile has another document, and its own text already. */
export const updateTexts = {
  name: 'update-texts',
  text: `
  update message m set text = t.text
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as t (conversation_id, id, body, text)
  where m.cloud_id = $1 and m.conversation_id = t.conversation_id and m.id = t.id and m.body = t.body`,
};

export const moveStale = {
  name: 'move-stale',
  text: `
  update stale_text r set done_conversation_id = $2, done_id = $3 where r.cloud_id = $1`,
};

export const deleteStale = {
  name: 'delete-stale',
  text: 'delete from stale_text r where r.cloud_id = $1',
};

interface StaleRow {
  readonly done_conversation_id: string;
  readonly done_id: string;
}

/** Of a cluster, those on the servers that answer. */
export async function listStaleSites(database: Database): Promise<readonly string[]> {
  const ask = async () => {
    const rows = await database.query<{ cloud_id: string }>(selectStaleSites, []);
    return rows.map(({ cloud_id }) => cloud_id);
  };
  return (await listReachableSites(database, ask, [{ table: 'stale_text', where: 'true' }])).cloudIds;
}

/** The next messages of a site in the order of their keys: whose text the rules of now make otherwise gets that one. */
export function renewTexts(database: Database, cloudId: string): ReturnType<RenewalStore['renewTexts']> {
  return database.transaction(async (transaction) => {
    const [stale] = await transaction.query<StaleRow>(selectStale, [cloudId]);
    if (!stale) return 'elsewhere';
    const from = [stale.done_conversation_id, stale.done_id];
    const rows = await transaction.query<MessageRow & { goes_on: boolean }>(exportMessages, [
      ...[cloudId, ...from],
      messagesInBatch + 1,
    ]);
    const renewed = rows.flatMap((row) => {
      const { body } = toMessage(row);
      const text = body && searchableText(documentToText(body));
      return text === null || text === row.text ? [] : [{ row, text }];
    });
    if (renewed.length > 0) {
      await transaction.query(updateTexts, [
        cloudId,
        renewed.map(({ row }) => row.conversation_id),
        renewed.map(({ row }) => row.id),
        renewed.map(({ row }) => row.body),
        renewed.map(({ text }) => text),
      ]);
    }
    const last = rows.at(-1);
    if (last?.goes_on) {
      await transaction.query(moveStale, [cloudId, last.conversation_id, last.id]);
      return 'more';
    }
    await transaction.query(deleteStale, [cloudId]);
    return 'finished';
  });
}
