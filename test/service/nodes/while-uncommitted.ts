import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Milliseconds in which the requests come to the lock, also on a machine that is busy. */
const patience = 30_000;

/**
 * Makes a change by a connection of its own, begins the work, and commits the change when so many statements of others
 * wait for its locks. Resolves with what came of the work.
 */
export async function whileUncommitted<Result>(
  databaseUrl: string,
  change: { readonly text: string; readonly values: readonly unknown[] },
  work: () => Promise<Result>,
  waiting = 1,
): Promise<Result> {
  const [changing, watching] = [new Client(databaseUrl), new Client(databaseUrl)];
  await Promise.all([changing.connect(), watching.connect()]);
  try {
    await changing.query('begin');
    await changing.query(change.text, [...change.values]);
    const result = work();
    // Its failure is the caller's to see, and not only when the change is committed.
    result.catch(() => {});
    await untilWaiting(watching, waiting);
    await changing.query('commit');
    return await result;
  } finally {
    await Promise.all([changing.end(), watching.end()]);
  }
}

async function untilWaiting(client: Client, count: number): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const { rowCount } = await client.query(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rowCount ?? 0) >= count) return;
    if (Date.now() > end) throw new Error(`${count} statements were to wait for a lock, and ${rowCount} did.`);
    await wait(10);
  }
}
