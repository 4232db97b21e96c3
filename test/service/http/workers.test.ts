import { ask } from '../../shared/service/ask';
import { runService, type TestService } from '../../shared/service/running-service';

let service: TestService;

beforeAll(async () => {
  service = await runService();
}, 600_000);

afterAll(() => service.close());

test('a server of a cluster that is away is named by its number, and the service is ready for the others', async () => {
  const workers = [2, 3].map((id) => ({ id, host: 'private.example', port: 5432, isReached: id !== 3 }));
  const cluster = await runService({ store: { ...service.store, workers: async () => workers } });
  const { status, body } = await ask(`GET ${cluster.url}/readyz`);
  await cluster.close();
  expect([status, body]).toEqual([200, { status: 'ready', unreachedWorkers: [3] }]);
});
