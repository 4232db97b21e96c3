import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDataDirectory } from '../../../src/service/data-directory/lock-data-directory';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { openStore } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { makeStore } from '../../shared/engine/make-store';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';
import { runService, site } from '../../shared/service/running-service';
import { aMessage, aSite, aWindow } from '../../shared/store/builders';

jest.setTimeout(600_000);

describe('an embedded store whose files are taken away while it is open', () => {
  const makeDirectory = useTemporaryDirectories();
  const open = (dataDir: string) => openStore({ dataDir, now: () => new Date(), newId: newMessageId });
  const copy = async () => {
    const directory = join(await makeDirectory(), 'data');
    await makeStore(directory);
    return lockDataDirectory(directory);
  };

  test.each([
    ['are removed', (directory: string) => rm(directory, { recursive: true })],
    ['are moved', (directory: string) => rename(directory, `${directory}-elsewhere`)],
    [
      'make room for others',
      async (directory: string) => {
        await rename(directory, `${directory}-before`);
        await mkdir(join(directory, 'pglite', 'global'), { recursive: true });
      },
    ],
    ['lose their log', (directory: string) => rm(join(directory, 'pglite', 'pg_wal'), { recursive: true })],
  ])('acknowledges nothing any more, for good: they %s', async (_what, takeAway) => {
    const lock = await copy();
    const store = await open(lock.directory);
    const cloudId = aSite();
    expect((await store.sendDirect(aMessage({ cloudId }))).outcome).toBe('created');
    await takeAway(lock.directory);
    await expect(store.sendDirect(aMessage({ cloudId }))).rejects.toThrow(StoreUnavailable);
    await expect(
      store.createGroup({
        cloudId,
        ownerId: 'a',
        name: 'b',
        topic: '',
        privacy: 'private',
        issue: null,
        members: [],
        follows: null,
        claim: null,
      }),
    ).rejects.toThrow(StoreUnavailable);
    await expect(store.readDirect(cloudId, 'alice', 'bob', aWindow())).rejects.toThrow(StoreUnavailable);
    await expect(store.ping()).rejects.toThrow('The files of the embedded store were taken away while it was open.');
    await store.close();
    await lock.release();
  });

  test('makes the service answer 503 and not ready, which still lives and ends in order', async () => {
    const { directory, release } = await copy();
    const store = await open(directory);
    const service = await runService({ store });
    const { id, secret } = await service.addClient();
    const ask = (path: string, init: RequestInit = {}) => fetch(`${service.url}${path}`, init);
    const granted = await ask('/oauth/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    });
    const { access_token } = (await granted.json()) as { access_token: string };
    const send = () =>
      ask(`/site/${site}/conversation/user/bob/message`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ body: aMessage({ cloudId: site }).body }),
      });
    expect((await send()).status).toBe(201);
    expect((await ask('/readyz')).status).toBe(200);
    await rm(directory, { recursive: true });
    const refused = await send();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    await service.close();
    await store.close();
    await release();
  });
});
