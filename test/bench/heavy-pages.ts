/**
 * What long messages do to the service: one client has filled 75 conversations about one issue with 20 messages each,
 * as long as they may be, and asks for all of it at once. For each round it prints what one answer holds, how long it
 * took, the most memory of the process, and how long a small request beside it had to wait. The service runs in a process
 * of its own, on a private PostgreSQL, or with `--pglite` on the embedded store.
 *
 *   npx esbuild test/bench/heavy-pages.ts --bundle --platform=node --packages=external --outfile=dist/bench-pages.cjs
 *   node dist/bench-pages.cjs
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { openStore } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { startPrivateServer } from '../shared/postgres/private-server';
import { fetchToken } from '../shared/service/ask';
import { runService, site } from '../shared/service/running-service';

const conversations = 75;
const messagesOfEach = 20;
/** Of the text of a message: the document around it is a little longer. */
const textLength = 65_000;
const issue = { id: '777', key: 'WEB-777' };

interface Served {
  readonly url: string;
  readonly token: string;
}

async function serve(databaseUrl: string | undefined): Promise<void> {
  const clock = { now: () => new Date(), newId: newMessageId };
  const server = { url: databaseUrl ?? '', connections: 16, statementTimeout: 60_000 };
  const service = await runService({
    store: await openStore(databaseUrl === undefined ? { dataDir: 'memory', ...clock } : { server, ...clock }),
  });
  const token = await fetchToken(service.url, await service.addClient());
  const text = 'lorem ipsum '.repeat(textLength / 12);
  const body = {
    version: 1,
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  } as const;
  for (let n = 0; n < conversations * messagesOfEach; n += 1) {
    const sent = await fetch(`${service.url}/site/${site}/conversation/user/person-${n % conversations}/message`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ body, issue }),
    });
    await sent.text();
    if (sent.status !== 201) throw new Error(`a send was answered ${sent.status}`);
  }
  process.send?.({ url: service.url, token } satisfies Served);
}

/** The most memory of a process since the last look, in MiB. */
function readPeak({ pid }: ChildProcess): number {
  const [, kib = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}

async function ask({ url, token }: Served, path: string) {
  const began = performance.now();
  const answer = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } });
  const text = await answer.text();
  return { status: answer.status, bytes: text.length, text, milliseconds: performance.now() - began };
}

/** The longest wait of a small request while something else is under way. */
async function watchSmall(served: Served, work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    longest = Math.max(longest, (await ask(served, '/healthz')).milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return longest;
}

async function round(child: ChildProcess, served: Served, name: string, count: number, path: string): Promise<void> {
  const began = performance.now();
  const work = Promise.all(Array.from({ length: count }, () => ask(served, path)));
  const [answers, longest] = await Promise.all([work, watchSmall(served, work)]);
  const statuses = [...new Set(answers.map(({ status }) => status))].map(
    (status) => `${answers.filter((answer) => answer.status === status).length} × ${status}`,
  );
  const most = Math.max(...answers.map(({ bytes }) => bytes)) / 2 ** 20;
  console.log(
    `${name.padEnd(28)} ${statuses.join(', ').padEnd(20)} longest answer ${most.toFixed(1)} MiB  ` +
      `${Math.round(performance.now() - began)} ms in all  beside it ${Math.round(longest)} ms  peak ${readPeak(child)} MiB`,
  );
}

async function attack(databaseUrl: string | undefined): Promise<void> {
  const child = fork(__filename, ['serve', ...(databaseUrl === undefined ? [] : [databaseUrl])]);
  child.once('exit', (code) => code && console.log(`the service ended with ${code}`));
  const [served]: [Served] = (await once(child, 'message')) as [Served];
  const base = `/site/${site}/conversation`;
  const list = `${base}?issue=${issue.id}&expand=activity,messages&order=activity`;
  const limit = (await ask(served, `${list}&limit=75`)).status === 400 ? 25 : 75;
  console.log(`${conversations * messagesOfEach} messages kept; ${readPeak(child)} MiB until now; limit=${limit}`);
  for (const count of [1, 4, 16, 100]) {
    await round(child, served, `list, ${count} at once`, count, `${list}&limit=${limit}`);
  }
  await round(child, served, 'history, 16 at once', 16, `${base}/user/person-0/message`);
  await round(child, served, 'search, 16 at once', 16, `/site/${site}/message?query=lorem`);
  child.kill();
}

async function main(): Promise<void> {
  if (process.argv[2] === 'serve') return serve(process.argv[3]);
  const binaries = process.argv.includes('--pglite') ? null : findPostgresBinaries();
  if (!binaries) return attack(undefined);
  const server = await startPrivateServer(binaries);
  try {
    await attack(await server.createDatabase());
  } finally {
    await server.remove();
  }
}

void main();
