import { randomUUID } from 'node:crypto';
import type { HttpAnswer } from './http-connection';
import type { LoadScenario, SeededSite } from './load-job';

/** One request of a scenario, as bytes of HTTP/1.1 to be, and the status that answers it. */
export interface Asking {
  readonly request: string;
  readonly expected: number;
  /** Told of the answer: an edit needs the id of what was sent. */
  readonly take?: (answer: HttpAnswer) => void;
}

/** Gives the n-th request. Every run of a scenario asks the same, but for keys. */
export function createAsking(scenario: Exclude<LoadScenario, { readonly kind: 'xmpp-send' }>): (n: number) => Asking {
  switch (scenario.kind) {
    case 'empty':
      return () => ({ request: write('GET', scenario.path, []), expected: 200 });
    case 'token': {
      const { clientId: client_id, clientSecret: client_secret } = scenario;
      const body = JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret });
      return () => ({ request: write('POST', '/oauth/token', [json], body), expected: 200 });
    }
    case 'send-spread':
      return (n) => sendDirect(scenario, n);
    case 'send-hot':
      return (n) => {
        const { site, conversationId, members } = scenario;
        const path = `/site/${site.cloudId}/conversation/${conversationId}/message`;
        const headers = as(scenario, n, members[n % members.length] ?? '');
        return { request: write('POST', path, [...headers, key(), json], aBody(n)), expected: 201 };
      };
    case 'history':
      return (n) => readHistory(scenario, n);
    case 'list':
      return (n) => readList(scenario, n);
    case 'get': {
      const { paths, asApp } = scenario;
      return (n) => {
        const headers = asApp ? [bearer(scenario, n)] : as(scenario, n, person(scenario.site, n));
        return { request: write('GET', paths[n % paths.length] ?? '', headers), expected: 200 };
      };
    }
    case 'mix':
      return createMix(scenario);
  }
}

type AsPeople = Extract<LoadScenario, { readonly tokens: readonly string[] }>;

/** 70 % reads of history and lists, 25 % sends, 5 % edits of what was sent, in an order that is the same each time. */
function createMix(scenario: AsPeople): (n: number) => Asking {
  const sent: { readonly n: number; readonly id: string }[] = [];
  return (n) => {
    const place = (n * 7) % 20;
    if (place < 7) return readHistory(scenario, n);
    if (place < 14) return readList(scenario, n);
    const last = place === 19 ? sent.pop() : undefined;
    if (last !== undefined) return edit(scenario, last.n, last.id);
    const take = ({ status, body }: HttpAnswer) => {
      if (status === 201 && sent.length < 100) sent.push({ n, id: JSON.parse(body).id });
    };
    return { ...sendDirect(scenario, n), take };
  };
}

/** The two ends of a direct conversation that `seedSite` has made. */
function pairOf(site: SeededSite, n: number): readonly [from: string, to: string] {
  const { people, directs } = site;
  const place = (n * 7_919) % directs;
  const other = (place * 7 + Math.floor(place / people) + 1) % people;
  // The few that would be a conversation with oneself were not made.
  return place % people === other ? pairOf(site, n + 1) : [`user:${place % people}`, `user:${other}`];
}

function person({ people }: SeededSite, n: number): string {
  return `user:${(n * 37) % people}`;
}

function pathOf({ site }: AsPeople, other: string): string {
  return `/site/${site.cloudId}/conversation/user/${other}/message`;
}

function sendDirect(scenario: AsPeople, n: number): Asking {
  const [from, to] = pairOf(scenario.site, n);
  const headers = [...as(scenario, n, from), key(), json];
  return { request: write('POST', pathOf(scenario, to), headers, aBody(n)), expected: 201 };
}

function edit(scenario: AsPeople, n: number, id: string): Asking {
  const [from, to] = pairOf(scenario.site, n);
  const path = `${pathOf(scenario, to)}/${id}`;
  return { request: write('PUT', path, [...as(scenario, n, from), json], aBody(n + 1)), expected: 200 };
}

function readHistory(scenario: AsPeople, n: number): Asking {
  const [from, to] = pairOf(scenario.site, n);
  return { request: write('GET', `${pathOf(scenario, to)}?limit=20`, as(scenario, n, from)), expected: 200 };
}

function readList(scenario: AsPeople, n: number): Asking {
  const path = `/site/${scenario.site.cloudId}/conversation?order=activity&expand=activity&limit=25`;
  return { request: write('GET', path, as(scenario, n, person(scenario.site, n))), expected: 200 };
}

const json = 'Content-Type: application/json';

function key(): string {
  return `Idempotency-Key: ${randomUUID()}`;
}

function bearer({ tokens }: AsPeople, n: number): string {
  return `Authorization: Bearer ${tokens[n % tokens.length]}`;
}

function as(scenario: AsPeople, n: number, accountId: string): string[] {
  return [bearer(scenario, n), `Aside-Account-Id: ${accountId}`];
}

/** Some 330 bytes, about one of a thousand issues. */
function aBody(n: number): string {
  const text = `Message ${n}: could you look at the last build of this before noon? It fails on the second run only.`;
  const body = { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  return JSON.stringify({ body, issue: { id: `${10_000 + (n % 1_000)}`, key: `SHOP-${1 + (n % 1_000)}` } });
}

function write(method: string, path: string, headers: readonly string[], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return `${[`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, ...length].join('\r\n')}\r\n\r\n${body}`;
}
