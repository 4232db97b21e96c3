/**
 * How many tokens a second `/oauth/token` grants, and beside it an empty answer of the same process (`/healthz`), so
 * that what the machine can do at all is known. The service runs in a process of its own, with the embedded store.
 *
 *   npx esbuild test/bench/tokens.ts --bundle --platform=node --packages=external --outfile=dist/bench-tokens.cjs
 *   node dist/bench-tokens.cjs
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { runService } from '../shared/service/running-service';

const passes = 5;
const seconds = 4;
const connections = 32;

interface Served {
  readonly url: string;
  readonly body: string;
}

async function serve(): Promise<void> {
  const service = await runService();
  const { id, secret } = await service.addClient();
  const body = JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  process.send?.({ url: service.url, body } satisfies Served);
  // Asked by the other side: the CPU that was used so far, in microseconds.
  process.on('message', () => process.send?.(process.cpuUsage()));
}

function ask(agent: Agent, url: string, body: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body === null ? {} : { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const asked = request(url, { agent, method: body === null ? 'GET' : 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', reject).end(body ?? undefined);
  });
}

async function load(url: string, body: string | null) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      const status = await ask(agent, url, body);
      if (status !== 200) throw new Error(`answered ${status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { count: times.length, p50: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

async function measure(): Promise<void> {
  const child = fork(__filename, ['serve']);
  const [{ url, body }]: [Served] = (await once(child, 'message')) as [Served];
  const readCpu = async () => {
    child.send('cpu');
    const [usage]: [NodeJS.CpuUsage] = (await once(child, 'message')) as [NodeJS.CpuUsage];
    return usage.user + usage.system;
  };
  const contenders = [
    ['/healthz', `${url}/healthz`, null],
    ['/oauth/token', `${url}/oauth/token`, body],
  ] as const;
  for (let pass = 1; pass <= passes; pass += 1) {
    for (const [name, address, sent] of contenders) {
      const before = await readCpu();
      const { count, p50, p99 } = await load(address, sent);
      const cpu = ((await readCpu()) - before) / count;
      const rate = Math.round(count / seconds);
      console.log(
        `pass ${pass}  ${name.padEnd(12)}  ${rate}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${cpu.toFixed(0)} µs CPU each`,
      );
    }
  }
  child.kill();
}

void (process.argv[2] === 'serve' ? serve() : measure());
