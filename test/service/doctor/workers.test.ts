import { parseConfig } from '../../../src/service/config/config';
import { checkStore } from '../../../src/service/doctor/check-store';

const now = new Date('2026-11-02T09:00:00.000Z');
const server = parseConfig({ DATABASE_URL: 'postgres://aside:s3cret@db/aside?sslmode=verify-full' });

test('a store on a cluster names each worker that is away, with what becomes of its sites', async () => {
  const workers = [2, 3].map((id) => ({ id, host: `10.0.0.${id}`, port: 5432, isReached: true }));
  const state = { keySince: null, ahead: 0, product: 'PostgreSQL 17.2', workers };
  const found = await checkStore(server, async () => state, now);
  expect(found).toContainEqual({
    subject: 'workers',
    state: 'ok',
    words: "Each of the cluster's 2 workers answers.",
  });
  const away = workers.map((worker) => ({ ...worker, isReached: worker.id === 2 }));
  const [finding] = (await checkStore(server, async () => ({ ...state, workers: away }), now)).filter(
    ({ subject }) => subject === 'workers',
  );
  expect(finding).toMatchObject({
    state: 'warn',
    words: expect.stringContaining('Worker 3 (10.0.0.3:5432) does not answer'),
  });
});
