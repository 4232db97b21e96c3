import { invokeRemote, privacy, webTrigger } from '@forge/api';
import { pathOfTrigger } from '../../../platform/forge/triggers/web-triggers';
import { aPerson, openTestPlatform, previewUrl, type TestPlatform, temporaryFolder } from '../test-platform';

const minute = 60_000;

describe('what else the platform offers, under the real @forge packages', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let test: TestPlatform;
  let fails: boolean;
  let ticks: { readonly at: number; readonly payload: object; readonly context: object }[];
  beforeEach(async () => {
    place = temporaryFolder();
    ticks = [];
    fails = false;
    await open();
  });
  afterEach(async () => {
    await test.close();
    place.remove();
  });
  const open = async (clock = test?.clock) => {
    const tick = (payload: object, context: object) => {
      ticks.push({ at: test.clock.now(), payload, context });
      if (fails) throw new Error('the service is away');
    };
    const time = clock === undefined ? {} : { clock };
    test = await openTestPlatform({ folder: place.folder, handlers: { tick }, ...time });
  };

  describe('the address of a web trigger', () => {
    it('is one of the preview, and always the same', async () => {
      const urls = await test.inFunction(async () => [
        await webTrigger.getUrl('hook'),
        await webTrigger.getUrl('hook'),
      ]);
      expect(urls).toEqual(Array(2).fill(previewUrl + pathOfTrigger(test.state.data.site, 'hook')));
      expect(urls[0]).toMatch(/^http:\/\/localhost:3000\/webtrigger\/hook\/public\/[0-9a-f]+$/);
      expect(await test.inFunction(() => webTrigger.queryUrls('hook'))).toEqual([{ moduleKey: 'hook', url: urls[0] }]);
    });

    it('is none for a module that manifest.yml does not have', async () => {
      await expect(test.inFunction(() => webTrigger.getUrl('absent'))).rejects.toThrow('Failed to get web trigger URL');
    });
  });

  describe('the personal data report', () => {
    it('names the accounts that were closed, and answers nothing where there is none', async () => {
      const dan = aPerson('dan').accountId;
      const accounts = [dan, aPerson('bob').accountId].map((accountId) => ({
        accountId,
        updatedAt: new Date(0).toISOString(),
      }));
      expect(await test.inFunction(() => privacy.reportPersonalData(accounts))).toEqual([]);
      test.state.close(aPerson('dan'));
      expect(await test.inFunction(() => privacy.reportPersonalData(accounts))).toEqual([
        { accountId: dan, status: 'closed' },
      ]);
    });
  });

  describe('a schedule', () => {
    it('runs for nobody five minutes after the start and at each interval, also when it fails', async () => {
      const reported = jest.spyOn(console, 'error').mockImplementation(() => {});
      fails = true;
      test.app.start();
      const start = test.clock.now();
      await test.advance(12 * minute);
      await new Promise(setImmediate);
      expect(reported).toHaveBeenCalledTimes(2);
      reported.mockRestore();
      expect(ticks.map(({ at }) => (at - start) / minute)).toEqual([5, 10]);
      expect(ticks[0]).toMatchObject({ payload: { context: { moduleKey: 'timer' } } });
      expect(ticks[0]?.context).not.toHaveProperty('principal');
      expect(test.app.schedules.list()).toEqual([
        { key: 'timer', interval: 'fiveMinute', lastRun: new Date(start + 10 * minute).toISOString() },
      ]);
    });

    it('runs at once when it is asked to, and remembers when over a restart', async () => {
      const { lastRun } = (await test.app.schedules.run('timer')) ?? {};
      expect([ticks.length, lastRun]).toEqual([1, new Date(test.clock.now()).toISOString()]);
      expect(await test.app.schedules.run('absent')).toBeNull();
      await test.close();
      await open();
      expect(test.app.schedules.list()).toMatchObject([{ lastRun }]);
    });
  });

  describe('the address of the remote', () => {
    const call = (mode: 'normal' | 'not-set' = 'normal') =>
      test.inFunction(() => invokeRemote('conversation-api', { path: '/' }).catch((error: Error) => error.message), {
        mode,
      });
    const notSet = 'Invalid remote key provided: "conversation-api"';

    it('is the preview’s own service at first, also after a restart with another port', async () => {
      expect(test.platform.remote.endpoint()).toBe('http://127.0.0.1:9');
      expect(test.platform.remote.set('http://localhost:9/')).toBeNull();
      await test.close();
      test = await openTestPlatform({ folder: place.folder, serviceUrl: 'http://127.0.0.1:10' });
      expect(test.platform.remote.endpoint()).toBe('http://127.0.0.1:10');
    });

    it('is invalid for the app once it was taken away, and stays so over a restart', async () => {
      expect(await call()).toBe('fetch failed');
      expect(test.platform.remote.set(null)).toBeNull();
      expect(await call()).toBe(notSet);
      await test.close();
      await open();
      expect(await call()).toBe(notSet);
      test.platform.remote.set('https://conversations.example.com/aside/');
      expect(test.platform.remote.endpoint()).toBe('https://conversations.example.com/aside');
      expect(await call('not-set')).toBe(notSet);
    });

    it('is no text that is no address', () => {
      for (const text of ['conversations.example.com', 'ftp://x.example', 'https://a:b@x.example', 'https://x?y', 7]) {
        expect(test.platform.remote.set(text)).toContain('beginning of a URL');
      }
      expect(test.platform.remote.endpoint()).toBe('http://127.0.0.1:9');
    });
  });
});
