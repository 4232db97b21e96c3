import { createCursors } from '../../../src/service/operations/input/cursors';
import { createSiteOperationHandlers } from '../../../src/service/operations/site-operations';

const cloudId = '11111111-1111-4111-8111-111111111111';
const caller = {
  kind: 'app',
  id: 'app:1',
  scopes: new Set(['operate:site'] as const),
  sites: new Set([cloudId]),
  label: null,
} as const;

/** An erase of so many batches, each of which takes so long. */
function anErase(batches: number, milliseconds: number) {
  let time = 0;
  let done = 0;
  let cleared = 0;
  const store = {
    eraseBatch: async () => {
      time += milliseconds;
      done += 1;
      return { messages: Math.min(done, batches) * 200, isFinished: done >= batches };
    },
    clearTraces: async () => {
      cleared += 1;
    },
    listAccounts: async () => ({ values: [], next: null }),
    findHolds: async () => new Map(),
    listUnread: async () => ({ values: [], next: null }),
    noteDeed: async () => ({ outcome: 'refused' }) as const,
    pageAudit: async () => ({ values: [], next: null }),
    findRetentionState: async () => ({ days: null, purgedAt: null }),
    listClients: async () => [],
    listClientUses: async () => new Map(),
  };
  const limits = { documentBytes: 1, documentDepth: 1, sendsOfAccount: 0, sendsOfClient: 0, reads: 0 };
  const handlers = createSiteOperationHandlers({
    store,
    cursors: createCursors(new Uint8Array(32)),
    health: { version: '1', store: 'embedded', limits },
    readCertificate: () => null,
    now: () => new Date(time),
  });
  const params = { cloudId, userId: 'bob' };
  const request = { caller, params, query: {}, body: null, claim: null, quotas: [] };
  return { ask: () => handlers.eraseAccount(request), cleared: () => cleared };
}

test('an erase does one batch after the other, and clears the traces at its end alone', async () => {
  const { ask, cleared } = anErase(3, 1_000);
  expect(await ask()).toEqual({ messages: 600, isFinished: true });
  expect(cleared()).toBe(1);
});

test('an erase that finds nothing more clears the traces all the same: one before may have been stopped in between', async () => {
  const { ask, cleared } = anErase(0, 1);
  expect(await ask()).toEqual({ messages: 0, isFinished: true });
  expect(cleared()).toBe(1);
});

test('an erase stops after five seconds, and goes on when it is asked again', async () => {
  const { ask, cleared } = anErase(8, 1_000);
  expect(await ask()).toEqual({ messages: 1_000, isFinished: false });
  expect(cleared()).toBe(0);
  expect(await ask()).toEqual({ messages: 1_600, isFinished: true });
  expect(cleared()).toBe(1);
});
