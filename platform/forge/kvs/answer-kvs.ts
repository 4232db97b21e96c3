import { KvsRefusal } from './kvs-refusal';
import type { SetRequest } from './kvs-requests';
import type { KvsStore } from './open-kvs';

const mostOfBatch = 25;

/** The storage as functions reach it. */
export interface StorageParts {
  readonly store: KvsStore;
  /** Whether a batch leaves this key undone. */
  readonly failsInBatches: (key: string) => boolean;
}

type Answer = (store: KvsStore, body: never, failsInBatches: StorageParts['failsInBatches']) => unknown;

/** The paths of @forge/kvs 1.6 (out/storage-api.js). Undefined is an answer without a body. */
const answers: Readonly<Record<string, Answer>> = {
  '/api/v1/get': (store, body: SetRequest) => store.get(store.plain, body),
  '/api/v1/set': (store, body: SetRequest) => store.set(store.plain, body),
  '/api/v1/delete': (store, body: SetRequest) => store.remove(store.plain, body),
  '/api/v1/query': (store, body: Parameters<KvsStore['query']>[0]) => store.query(body),
  '/api/v1/secret/get': (store, body: SetRequest) => store.get(store.secret, body),
  '/api/v1/secret/set': (store, body: SetRequest) => store.set(store.secret, body),
  '/api/v1/secret/delete': (store, body: SetRequest) => store.remove(store.secret, body),
  '/api/v1/batch/get': (store, body: readonly SetRequest[], fails) =>
    answerEach(body, fails, (it) => store.get(store.plain, it)),
  '/api/v1/batch/set': (store, body: readonly SetRequest[], fails) =>
    answerEach(body, fails, (it) => void store.set(store.plain, it)),
  '/api/v1/batch/delete': (store, body: readonly SetRequest[], fails) =>
    answerEach(body, fails, (it) => store.remove(store.plain, it)),
  '/api/v1/transaction': (store, body: Parameters<KvsStore['transact']>[0]) => store.transact(body),
};

/** A request of @forge/kvs. Custom entities are refused: they need indexes in the manifest, and this app has none. */
export function answerKvs({ store, failsInBatches }: StorageParts, path: string, body: unknown): Response {
  try {
    const answer = answers[path];
    if (answer === undefined) throw new KvsRefusal(400, 'NOT_OFFERED', `The room’s storage has no ${path}.`);
    refuseEntities(body);
    const reply = answer(store, body as never, failsInBatches);
    return reply === undefined ? new Response(null, { status: 204 }) : Response.json(reply);
  } catch (error) {
    if (!(error instanceof KvsRefusal)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: error.status });
  }
}

function refuseEntities(body: unknown): void {
  const { set = [], delete: remove = [], check = [] } = body as Record<string, readonly SetRequest[] | undefined>;
  const parts = Array.isArray(body) ? (body as readonly SetRequest[]) : [...set, ...remove, ...check];
  if (parts.every(({ entityName, conditions }) => entityName === undefined && conditions === undefined)) return;
  throw new KvsRefusal(400, 'INVALID_ENTITY', 'manifest.yml declares no custom entity.');
}

/** Each item on its own: one that fails does not keep the others from being done. */
function answerEach(
  items: readonly SetRequest[],
  fails: StorageParts['failsInBatches'],
  answer: (item: SetRequest) => unknown,
): object {
  if (items.length > mostOfBatch) {
    throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', `A batch has ${mostOfBatch} items at most.`);
  }
  const successfulKeys: unknown[] = [];
  const failedKeys: unknown[] = [];
  for (const item of items) {
    try {
      if (fails(String(item.key))) throw new KvsRefusal(500, 'INTERNAL', 'Try this key again.');
      successfulKeys.push(answer(item) ?? { key: item.key });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failedKeys.push({ key: item.key, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
