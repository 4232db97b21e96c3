import { answerStoreState } from '../../../src/service/cli/answers/answer-store-state';
import type { CommandStore } from '../../../src/service/cli/answers/define-command';
import { systemClock } from '../../../src/service/store/system-clock';

test('a worker that keeps one waiting does not make the clock look wrong', async () => {
  let time = 1_000_000;
  const clock = jest.spyOn(systemClock, 'now').mockImplementation(() => new Date(time));
  const store: Pick<CommandStore, 'listKeys' | 'engine' | 'workers'> = {
    listKeys: async () => [],
    engine: async () => {
      time += 20;
      return { product: 'PostgreSQL 17', now: new Date(time - 10) };
    },
    workers: async () => {
      time += 8_000;
      return [{ id: 2, host: 'one', port: 5432, isReached: false }];
    },
  };
  const state = await answerStoreState(store as CommandStore, { command: 'store state' });
  expect(state).toMatchObject({ ahead: 0, workers: [{ id: 2 }] });
  clock.mockRestore();
});
