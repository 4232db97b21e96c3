import type { RenewalStore } from '../../../src/service/conversation/administration';
import { startRenewing } from '../../../src/service/purge/start-renewing';

const sites = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

function aStore(outcomes: readonly (Awaited<ReturnType<RenewalStore['renewTexts']>> | Error)[]) {
  const left = [...outcomes];
  const said: string[] = [];
  const store: RenewalStore = {
    listStaleSites: async () => sites,
    renewTexts: async (cloudId) => {
      said.push(cloudId.slice(0, 1));
      const outcome = left.shift() ?? 'elsewhere';
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
  const lines: unknown[] = [];
  const note = (what: unknown, message: string) => void lines.push([message, what]);
  return { store, said, log: { info: note, warn: note }, lines };
}

test('texts are made anew site by site, batch by batch, and what another node does is left to it', async () => {
  const { store, said, log, lines } = aStore(['more', 'more', 'finished', 'elsewhere']);
  const renewing = startRenewing(store, log);
  await renewing.look();
  await renewing.close();
  expect(said).toEqual(['1', '1', '1', '2']);
  expect(lines).toEqual([['texts of messages renewed', { site: sites[0] }]]);
});

test('a failure is logged by its name alone, and the next look goes on', async () => {
  const { store, said, log, lines } = aStore([new TypeError('words of a message'), 'finished']);
  const renewing = startRenewing(store, log);
  await renewing.look();
  await renewing.look();
  await renewing.close();
  expect(said).toEqual(['1', '1', '2']);
  expect(lines.at(0)).toEqual(['renewing of texts failed', { reason: 'TypeError' }]);
});

test('a close ends it after the batch that is under way', async () => {
  const { store, said, log } = aStore(['more', 'more', 'more']);
  const renewing = startRenewing(store, log);
  const look = renewing.look();
  await renewing.close();
  await look;
  expect(said.length).toBeLessThanOrEqual(1);
});
