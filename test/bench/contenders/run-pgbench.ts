import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { percentile } from '../measuring/statistics';

const run = promisify(execFile);

/** As many conversations as the sends of the service are spread over. */
const tables = (conversations: number) => `
  create table conversation (cloud_id uuid, id uuid, low_id text, high_id text, last_message_id uuid,
    last_activity_at timestamptz, primary key (cloud_id, id), unique (cloud_id, low_id, high_id));
  create table message (cloud_id uuid, conversation_id uuid, id uuid, sender_id text, body text, text text,
    primary key (cloud_id, conversation_id, id));
  insert into conversation select '00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'user:' || n, 'user-z', null, now()
    from generate_series(1, ${conversations}) n;
`;

const words = 'Could you look at the last build of this before noon? It fails on the second run only.';

/**
 * The whole of a send as one statement: the conversation found or made, and the message put into it. A colon before a
 * letter or a digit is a variable to pgbench, also within a text.
 */
const send = (conversations: number) => `\\set n random(1, ${conversations})
  with opened as (
    insert into conversation as c (cloud_id, id, low_id, high_id, last_message_id, last_activity_at)
    values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'user:' || :n, 'user-z', gen_random_uuid(), now())
    on conflict (cloud_id, low_id, high_id) do update
      set last_message_id = excluded.last_message_id, last_activity_at = excluded.last_activity_at
    returning c.id, c.last_message_id
  )
  insert into message (cloud_id, conversation_id, id, sender_id, body, text)
  select '00000000-0000-4000-8000-000000000001', o.id, o.last_message_id, 'user:' || :n,
    '{"version": 1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"${words}"}]}]}', '${words}'
  from opened o
  returning id;
`;

export interface PgbenchResult {
  readonly count: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Pgbench {
  run(connections: number, seconds: number): Promise<PgbenchResult>;
  remove(): Promise<void>;
}

/** PostgreSQL's own load program, against an empty database of its own. @throws Error where it is not on this machine. */
export async function preparePgbench(binaries: string, database: string, conversations: number): Promise<Pgbench> {
  const directory = await mkdtemp(join(tmpdir(), 'aside-pgbench-'));
  const script = join(directory, 'send.sql');
  await writeFile(script, send(conversations));
  await run(join(binaries, 'psql'), ['-q', '-c', tables(conversations), database]);
  return {
    async run(connections, seconds) {
      const words = ['-n', '-M', 'prepared', '-c', `${connections}`, '-j', '1', '-T', `${seconds}`, '-f', script];
      await run(join(binaries, 'pgbench'), [...words, '-l', '--log-prefix=sent', database], { cwd: directory });
      const times: number[] = [];
      const ends: number[] = [];
      for (const name of (await readdir(directory)).filter((one) => one.startsWith('sent'))) {
        const lines = (await readFile(join(directory, name), 'utf8')).split('\n').filter((line) => line !== '');
        for (const line of lines) {
          // client, transaction, its microseconds, script, and the time of its end in seconds and microseconds
          const [, , took = 0, , endSeconds = 0, endMicroseconds = 0] = line.split(' ').map(Number);
          times.push(took / 1000);
          ends.push(endSeconds + endMicroseconds / 1e6);
        }
        await rm(join(directory, name));
      }
      // The time to connect is none of its work, and counts in the time that it was told.
      const [first = 0] = times;
      const between = ends.reduce((last, end) => Math.max(last, end), 0) - (ends[0] ?? 0) + first / 1000;
      times.sort((one, other) => one - other);
      return {
        count: times.length,
        seconds: Math.max(between, 0.001),
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
      };
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
