import { AsyncResource } from 'node:async_hooks';
import { StoreUnavailable } from '../../errors/store-unavailable';
import type { Database } from '../engine/database';
import { lockNotAvailable, sqlState } from '../engine/sql-state';
import type { PendingSend } from './pending-send';
import { createApart } from './send-apart';
import { type SendResult, sendBatch } from './send-batch';
import type { WaitingSend } from './waiting-send';

/** Sends that wait for one commit together. */
export interface GroupCommit {
  /**
   * Resolves when the commit that holds the message is durable, with what came of this message alone.
   * @throws StoreUnavailable also where too many wait, and what the engine says of this message.
   */
  send(cloudId: string, send: PendingSend): Promise<SendResult>;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

/** Sends that wait in this process at once, and those that one commit takes. */
const mostWaiting = 1_000;
const largestBatch = 64;

/**
 * Milliseconds for which a batch waits for a lock. Whoever holds a conversation for longer is no other batch, and the
 * sends of others are not to wait for it.
 */
const patience = 250;

/**
 * Sends of a site that come while a commit of that site is under way form the next one. One batch of a site is under way
 * at a time, so that the order within a conversation is that in which they came, and a batch is of one site, so that it
 * is carried out where the site lives. What holds up or fails a batch is found and meets its own send alone.
 */
export function createGroupCommit(database: Database): GroupCommit {
  const lanes = new Map<string, WaitingSend[]>();
  const running = new Set<Promise<void>>();
  const apart = createApart((one) => commit(database, [one], {}));
  let waiting = 0;

  const run = async (cloudId: string, lane: WaitingSend[]) => {
    // What has arrived already, and is yet to be read from its connection, comes along.
    for (await nextTurn(); lane.length > 0; await nextTurn()) {
      const batch = lane.splice(0, largestBatch);
      await batch[0]?.request.runInAsyncScope(settle, null, batch);
    }
    lanes.delete(cloudId);
  };

  const settle = async (batch: readonly WaitingSend[]): Promise<void> => {
    try {
      await commit(database, batch, { lockWithin: patience });
    } catch (error) {
      if (sqlState(error) === lockNotAvailable) for (const one of batch) apart.add(one);
      else if (error instanceof StoreUnavailable || batch.length === 1) for (const one of batch) one.reject(error);
      else {
        // One of them is refused by the engine. Halves find it, and keep the order of the others.
        const middle = batch.length >> 1;
        await settle(batch.slice(0, middle));
        await settle(batch.slice(middle));
      }
    }
  };

  const enqueue = (one: WaitingSend) => {
    if (apart.holds(one)) return apart.add(one);
    const lane = lanes.get(one.cloudId);
    if (lane) return void lane.push(one);
    const begun = [one];
    lanes.set(one.cloudId, begun);
    const done = run(one.cloudId, begun).finally(() => running.delete(done));
    running.add(done);
  };

  return {
    async send(cloudId, send) {
      if (waiting >= mostWaiting) {
        throw new StoreUnavailable('More messages wait to be kept than may.', { reason: 'full' });
      }
      waiting += 1;
      try {
        return await new Promise<SendResult>((resolve, reject) => {
          enqueue({ cloudId, send, resolve, reject, request: new AsyncResource('aside-send') });
        });
      } finally {
        waiting -= 1;
      }
    },
    async drain() {
      while (running.size > 0 || apart.isBusy()) await Promise.all([...running, apart.drain()]);
    },
  };
}

/** Tells each its result once the commit is durable. */
async function commit(
  database: Database,
  batch: readonly WaitingSend[],
  limits: { readonly lockWithin?: number },
): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const sends = batch.map(({ send }) => send);
  const results = await database.transaction((transaction) => sendBatch(transaction, first.cloudId, sends), limits);
  for (const [index, one] of batch.entries()) {
    const result = results[index];
    if (result) one.resolve(result);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
