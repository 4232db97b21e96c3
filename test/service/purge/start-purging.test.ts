import type { PurgeOutcome, PurgeStore } from '../../../src/service/conversation/administration';
import { startPurging } from '../../../src/service/purge/start-purging';

const site = '11111111-1111-4111-8111-111111111111';

/** A store with one site that is due, and what its batches come to, one after the other. */
function aStore(outcomes: readonly PurgeOutcome[], changes: Partial<PurgeStore> = {}) {
  const left = [...outcomes];
  const said: string[] = [];
  const store: PurgeStore = {
    listSitesToPurge: async () => [site],
    leasePurge: async (cloudId, holder) => ({ cloudId, holder }),
    purgeBatch: async (_lease, { messages }) => {
      said.push(`batch after ${messages}`);
      return left.shift() ?? { outcome: 'lost' };
    },
    clearTraces: async () => {
      said.push('cleared');
    },
    ...changes,
  };
  return { store, said };
}

function aLog() {
  const lines: unknown[] = [];
  const note = (what: unknown, message: string) => void lines.push([message, what]);
  return { log: { info: note, warn: note }, lines };
}

const more = (messages: number): PurgeOutcome => ({
  outcome: 'more',
  step: { doneId: null, messages, drafts: 0, reports: 0 },
});

describe('the purge that runs by itself', () => {
  test('does all batches of a site that is due, then clears the traces, and logs how many without whose', async () => {
    const { store, said } = aStore([more(200), { outcome: 'finished', messages: 250, drafts: 0, reports: 0 }]);
    const { log, lines } = aLog();
    const purging = startPurging(store, log);
    await purging.look();
    await purging.close();
    expect(said).toEqual(['batch after 0', 'batch after 200', 'cleared']);
    expect(lines).toEqual([['purged', { site, messages: 250, drafts: 0, reports: 0 }]]);
  });

  test('leaves a site to another node that has its lease, or takes it meanwhile', async () => {
    const taken = aStore([], { leasePurge: async () => null });
    const lost = aStore([more(200), { outcome: 'lost' }]);
    for (const { store } of [taken, lost]) {
      const { log, lines } = aLog();
      const purging = startPurging(store, log);
      await purging.look();
      await purging.close();
      expect(lines).toEqual([]);
    }
    expect(taken.said).toEqual(['cleared']);
    expect(lost.said).toEqual(['batch after 0', 'batch after 200', 'cleared']);
  });

  test('logs a failure by its name alone, and looks again later', async () => {
    let fails = true;
    const { store, said } = aStore([{ outcome: 'finished', messages: 0, drafts: 0, reports: 0 }], {
      listSitesToPurge: async () => {
        if (fails) throw new TypeError('words of a message');
        return [site];
      },
    });
    const { log, lines } = aLog();
    const purging = startPurging(store, log);
    await purging.look();
    expect(said).toEqual([]);
    fails = false;
    await purging.look();
    await purging.close();
    expect(lines).toEqual([
      ['purge failed', { reason: 'TypeError' }],
      ['purged', { site, messages: 0, drafts: 0, reports: 0 }],
    ]);
    expect(said).toEqual(['batch after 0', 'cleared']);
  });

  test('clears the traces with the first site that is due, since an earlier run may have been stopped before, and then after each purge', async () => {
    const finished = (messages: number): PurgeOutcome => ({ outcome: 'finished', messages, drafts: 0, reports: 0 });
    const sites: string[][] = [[], [site], [site], [site]];
    const { store, said } = aStore([finished(0), finished(0), finished(3)], {
      listSitesToPurge: async () => sites.shift() ?? [],
    });
    const purging = startPurging(store, aLog().log);
    for (let look = 0; look < 4; look += 1) await purging.look();
    await purging.close();
    const batch = 'batch after 0';
    expect(said).toEqual([batch, 'cleared', batch, batch, 'cleared']);
  });

  test('looks by itself, one look at a time, and ends after the batch that is under way', async () => {
    let finish = (_outcome: PurgeOutcome) => {};
    let looks = 0;
    let batches = 0;
    const { store, said } = aStore([], {
      listSitesToPurge: async () => {
        looks += 1;
        return [site, site];
      },
      purgeBatch: () =>
        new Promise((resolve) => {
          batches += 1;
          finish = resolve;
        }),
    });
    const { log } = aLog();
    jest.useFakeTimers();
    const purging = startPurging(store, log, 5);
    await jest.advanceTimersByTimeAsync(60);
    expect(looks).toBe(1);
    const closed = purging.close();
    finish(more(200));
    await closed;
    // The next run finds the rest, and clears what this one has left: it would keep an end waiting.
    expect([batches, said]).toEqual([1, []]);
    await jest.advanceTimersByTimeAsync(60);
    expect(looks).toBe(1);
    jest.useRealTimers();
  });
});
