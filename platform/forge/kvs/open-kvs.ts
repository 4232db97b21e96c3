import type { KeptMap } from '../../clock/kept-map';
import type { RuleBook } from '../../rules/rules';
import { KvsRefusal } from './kvs-refusal';
import type { KvsEntry, QueryRequest, SetRequest, TransactionRequest } from './kvs-requests';
import { createSpace, type KvsSpace } from './kvs-space';

const mostOfTransaction = 25;

interface Found extends KvsEntry {
  readonly key: string;
}

/** The key-value store of one installation, as @forge/kvs reaches it. All throw KvsRefusal. */
export interface KvsStore {
  get(space: KvsSpace, request: SetRequest): Found;
  /** @returns what `returnValue` asks for; undefined where nothing is asked for or there was nothing. */
  set(space: KvsSpace, request: SetRequest): Found | undefined;
  remove(space: KvsSpace, request: SetRequest): void;
  query(request: QueryRequest): { data: readonly Found[]; cursor?: string };
  transact(request: TransactionRequest): void;
  readonly plain: KvsSpace;
  readonly secret: KvsSpace;
}

export function openKvs(kept: KeptMap<KvsEntry>, now: () => number, rules: RuleBook): KvsStore {
  const plain = createSpace(kept, 'plain', now, rules);
  return {
    plain,
    secret: createSpace(kept, 'secret', now, rules),
    get: (space, request) => {
      const [key, entry] = [String(request.key), space.find(String(request.key))];
      if (entry === undefined) throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'There is no such key.');
      return { key, ...entry };
    },
    set: (space, request) => {
      const key = String(request.key);
      const previous = space.find(key);
      kept.write(space.changeTo(request));
      const wanted = { PREVIOUS: previous, LATEST: space.find(key) }[request.options?.returnValue ?? ''];
      return wanted === undefined ? undefined : { key, ...wanted };
    },
    remove: (space, request) => {
      const change = space.removal(request.key);
      if (space.find(String(request.key)) === undefined) {
        throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'There is no such key.');
      }
      kept.write(change);
    },
    query: (request) => queryKeys(plain, request),
    transact: (request) => {
      const { set = [], delete: remove = [], check = [] } = request;
      const keys = [...set, ...remove, ...check].map(({ key }) => key);
      if (keys.length > mostOfTransaction) {
        throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', `A transaction has ${mostOfTransaction} operations at most.`);
      }
      if (new Set(keys).size < keys.length) {
        throw new KvsRefusal(400, 'DUPLICATE_KEY', 'A transaction names each key once.');
      }
      kept.write(...set.map((it) => plain.changeTo(it)), ...remove.map(({ key }) => plain.removal(key)));
    },
  };
}

const [fewest, most] = [10, 100];

/** Keys with a prefix, a page at a time. A cursor names the last key that was seen, so that changes do not shift it. */
function queryKeys(
  plain: KvsSpace,
  { limit = fewest, after, where = [] }: QueryRequest,
): { data: readonly Found[]; cursor?: string } {
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new KvsRefusal(400, 'INVALID_LIMIT', `A query brings 1 to ${most}.`);
  }
  const [clause] = where;
  if (where.length > 1 || (clause !== undefined && (clause.property !== 'key' || clause.condition !== 'BEGINS_WITH'))) {
    throw new KvsRefusal(400, 'INVALID_QUERY', 'A query knows BEGINS_WITH of key only.');
  }
  const seen = after === undefined ? null : Buffer.from(after, 'base64url').toString();
  const found = plain.list(String(clause?.values[0] ?? '')).filter(([key]) => seen === null || key > seen);
  const data = found.slice(0, limit).map(([key, entry]) => ({ key, ...entry }));
  const last = data.at(-1);
  if (last === undefined || found.length <= limit) return { data };
  return { data, cursor: Buffer.from(last.key).toString('base64url') };
}
