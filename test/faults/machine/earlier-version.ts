import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { aDocument } from '../../shared/service/a-document';
import { site } from '../../shared/service/running-service';

/**
 * A database as the version of commit 5e9b639 made and filled it (`pg_dump --inserts`), and the one statement by which
 * that version sent a direct message.
 */
const kept = join(__dirname, '../fixtures/5e9b639');

/** What is in it in each of two sites: twelve messages of Alice and Bob to each other. */
export const keptMessages = Array.from({ length: 12 }, (_, n) => `Kept since before ${n}`);

export async function restoreEarlierVersion(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(await readFile(join(kept, 'database.sql'), 'utf8'));
  await client.end();
}

export interface EarlierNode {
  /** The texts that were acknowledged, in that order. Throws what the statement failed with, if it was no conflict. */
  stop(): Promise<readonly string[]>;
}

/** Sends of one to another, one after the other, as a node of the earlier version did, until it is stopped. */
export async function startEarlierNode(databaseUrl: string, from: string, to: string): Promise<EarlierNode> {
  const text = await readFile(join(kept, 'send-direct.sql'), 'utf8');
  const client = new Client({ connectionString: databaseUrl, lock_timeout: 5_000, statement_timeout: 10_000 });
  await client.connect();
  const acknowledged: string[] = [];
  let ends = false;
  const working = (async () => {
    for (let n = 0; !ends; n += 1) {
      const words = `from ${from} ${n}`;
      const now = new Date();
      const ids = [randomUUID(), newMessageId(now)];
      const message = [JSON.stringify(aDocument(words)), words, null, null, 'person', null];
      const pair = [from, to].sort();
      const values = [site, from, 'user', ...ids, now, ...message, words, 'print', null, null, now, ...pair];
      const sent = await client.query({ name: 'send', text, values }).catch(letWait);
      if (sent?.rows[0]?.id) acknowledged.push(words);
      else await wait(20);
    }
  })();
  working.catch(() => {});
  return {
    stop: async () => {
      ends = true;
      await working;
      await client.end();
      return acknowledged;
    },
  };
}

/** Conflicts and locks that were not had in time: that version tried again, or said 503. */
function letWait(error: { readonly code?: string }): null {
  if (error.code === '40001' || error.code === '40P01' || error.code === '55P03') return null;
  throw error;
}
