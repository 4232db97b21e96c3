import type { VirtualClock } from './virtual-clock';

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number | null;
}

interface Options {
  readonly keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
  readonly ttl?: { readonly value: number; readonly unit: keyof typeof unitLength };
}

interface Ask {
  readonly key?: string;
  readonly value?: unknown;
  readonly options?: Options;
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly { readonly property: string; readonly condition: string; readonly values: unknown[] }[];
  readonly set?: readonly { readonly key: string; readonly value: unknown; readonly options?: Options }[];
  readonly delete?: readonly { readonly key: string }[];
}

const unitLength = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };
/** What has expired may be read for up to this long (developer.atlassian.com/platform/forge, key-value store, TTL). */
const afterlife = 48 * 3_600_000;
/** A page of a query, unless a smaller one is asked for (the platform's default is 10, its most 100). */
const pageSize = { default: 10, most: 100 };

/**
 * Forge's key-value store behind the real `@forge/kvs` 1.6 (out/storage-api.js): values and secrets apart, key policy,
 * expiry that is late as the platform's is, queries by prefix in the order of keys, pages by cursor.
 */
export class FakeKvs {
  readonly values = new Map<string, Entry>();
  readonly secrets = new Map<string, Entry>();
  isAway = false;

  constructor(readonly clock: VirtualClock) {}

  /** The keys that begin so, in order. */
  keys(prefix = ''): string[] {
    return [...this.values.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  read(key: string): unknown {
    return this.values.get(key)?.value;
  }

  answer(path: string, body: unknown): Response {
    if (this.isAway) return Response.json({ code: 'INTERNAL', message: 'away' }, { status: 503 });
    const ask = JSON.parse(String(body)) as Ask;
    switch (path) {
      case '/api/v1/get':
        return this.#get(this.values, ask);
      case '/api/v1/secret/get':
        return this.#get(this.secrets, ask);
      case '/api/v1/set':
        return this.#set(this.values, ask);
      case '/api/v1/secret/set':
        return this.#set(this.secrets, ask);
      case '/api/v1/delete':
        return this.#delete(this.values, ask);
      case '/api/v1/secret/delete':
        return this.#delete(this.secrets, ask);
      case '/api/v1/query':
        return this.#query(ask);
      case '/api/v1/batch/delete':
        return this.#deleteMany(body);
      case '/api/v1/transaction':
        return this.#transact(ask);
      default:
        throw new Error(`No test answers ${path} of the key-value store`);
    }
  }

  #find(entries: Map<string, Entry>, key: string): Entry | undefined {
    const entry = entries.get(key);
    const isGone = entry?.expiresAt != null && entry.expiresAt + afterlife <= this.clock.now();
    if (isGone) entries.delete(key);
    return isGone ? undefined : entry;
  }

  #get(entries: Map<string, Entry>, { key = '' }: Ask): Response {
    const entry = this.#find(entries, key);
    if (entry === undefined) return Response.json({ code: 'KEY_NOT_FOUND', message: 'No such key' }, { status: 404 });
    return Response.json({ key, value: entry.value });
  }

  #set(entries: Map<string, Entry>, { key = '', value, options }: Ask): Response {
    if (!/^(?!\s+$)[a-zA-Z0-9:._\s#-]{1,500}$/.test(key)) {
      return Response.json({ code: 'INVALID_KEY', message: `Not a key: ${key}` }, { status: 400 });
    }
    if (Buffer.byteLength(JSON.stringify(value)) > 240 * 1024) {
      return Response.json({ code: 'MAX_SIZE', message: 'Too large' }, { status: 400 });
    }
    const found = this.#find(entries, key);
    const isThere = found !== undefined && (found.expiresAt === null || found.expiresAt > this.clock.now());
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && isThere) {
      return Response.json({ code: 'KEY_ALREADY_EXISTS', message: 'The key exists' }, { status: 409 });
    }
    const { ttl } = options ?? {};
    const expiresAt = ttl === undefined ? null : this.clock.now() + ttl.value * unitLength[ttl.unit];
    entries.set(key, { value, expiresAt });
    return new Response(null, { status: 200 });
  }

  #delete(entries: Map<string, Entry>, { key = '' }: Ask): Response {
    return entries.delete(key)
      ? new Response(null, { status: 204 })
      : Response.json({ code: 'KEY_NOT_FOUND', message: 'No such key' }, { status: 404 });
  }

  #deleteMany(body: unknown): Response {
    const keys = (JSON.parse(String(body)) as { key: string }[]).map(({ key }) => key);
    for (const key of keys) this.values.delete(key);
    return Response.json({ successfulKeys: keys.map((key) => ({ key })), failedKeys: [] });
  }

  #transact({ set = [], delete: deleted = [] }: Ask): Response {
    if (set.length + deleted.length > 25) {
      return Response.json({ code: 'TOO_MANY', message: 'At most 25 operations' }, { status: 400 });
    }
    for (const one of set) this.#set(this.values, one);
    for (const { key } of deleted) this.values.delete(key);
    return new Response(null, { status: 204 });
  }

  #query({ where = [], limit = pageSize.default, after }: Ask): Response {
    const [clause] = where;
    if (clause !== undefined && (clause.property !== 'key' || clause.condition !== 'BEGINS_WITH')) {
      throw new Error(`No test answers a query with ${clause.condition}`);
    }
    const from = after === undefined ? '' : Buffer.from(after, 'base64url').toString();
    const keys = this.keys(String(clause?.values[0] ?? '')).filter((key) => key > from && this.#find(this.values, key));
    const page = keys.slice(0, Math.min(limit, pageSize.most));
    const isLast = page.length === keys.length;
    return Response.json({
      data: page.map((key) => ({ key, value: this.values.get(key)?.value })),
      ...(isLast ? {} : { cursor: Buffer.from(page.at(-1) ?? '').toString('base64url') }),
    });
  }
}
