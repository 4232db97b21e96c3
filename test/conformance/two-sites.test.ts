import { ask, fetchToken } from '../shared/service/ask';
import { otherSite, runService, site, type TestService } from '../shared/service/running-service';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient({ sites: [site, otherSite] }));
}, 600_000);

afterAll(() => service.close());

test('a cursor of one site does not go on in another', async () => {
  const at = (cloudId: string) => `${service.url}/site/${cloudId}/conversation`;
  for (const cloudId of [site, otherSite]) {
    for (const name of ['A', 'B']) await ask(`POST ${at(cloudId)}`, { token, json: { name } });
  }
  const { cursor } = (await ask(`GET ${at(site)}?limit=1`, { token })).body as { cursor: string };
  expect((await ask(`GET ${at(site)}?cursor=${cursor}`, { token })).body).toMatchObject({ values: [{ name: 'B' }] });
  const { status, body } = await ask(`GET ${at(otherSite)}?cursor=${cursor}`, { token });
  expect([status, body]).toMatchObject([400, { details: [{ field: 'query.cursor', rule: expect.any(String) }] }]);
});
