import { answerClientList } from '../../../src/service/cli/answers/answer-client';
import type { CommandStore } from '../../../src/service/cli/answers/define-command';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';

const client = {
  id: 'bot',
  name: 'Bot',
  secretHash: '',
  scopes: [],
  sites: ['here', 'away'],
  createdAt: '2026-01-01T00:00:00.000Z',
  revokedAt: null,
};

const storeWith = (failure: Error) =>
  ({
    listClients: async () => [client],
    listClientUses: async (site: string) => {
      if (site === 'away') throw failure;
      return new Map([['bot', new Date('2026-01-02T03:00:00.000Z')]]);
    },
  }) as unknown as CommandStore;

test('clients are listed while the server of one of their sites is away, of which no use is told', async () => {
  const listed = await answerClientList(storeWith(new StoreUnavailable('away')), {});
  expect(listed).toEqual([expect.objectContaining({ client_id: 'bot', used: { here: '2026-01-02T03:00:00.000Z' } })]);
});

test('any other fault is one of the list', async () => {
  await expect(answerClientList(storeWith(new Error('broken')), {})).rejects.toThrow('broken');
});
