import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';

const hour = 3_600_000;

describe('the key-value store of the preview, under the real @forge/kvs', () => {
  const { folder, remove } = temporaryFolder();
  let test: TestPlatform;
  beforeEach(async () => {
    test = await openTestPlatform({ folder });
  });
  afterEach(() => test.close());
  afterAll(remove);

  const failure = (run: () => Promise<unknown>) =>
    test.inFunction(() =>
      run().then(
        () => 'done',
        ({ code }: { code: string }) => code,
      ),
    );

  it('gives back what was put in, and nothing for what was not or is deleted', async () => {
    const found = await test.inFunction(async () => {
      await kvs.set('settings', { isOn: true, list: [1, 'two'] });
      const before = await kvs.get('settings');
      await kvs.delete('settings');
      await kvs.delete('never:there');
      return [before, await kvs.get('settings')];
    });
    expect(found).toEqual([{ isOn: true, list: [1, 'two'] }, undefined]);
  });

  it('still has it after a restart, in a file that only its owner reads', async () => {
    await test.inFunction(async () => {
      await kvs.set('kept', 'over the restart');
      await kvs.setSecret('hook', 'very secret');
    });
    await test.close();
    test = await openTestPlatform({ folder });
    expect(await test.inFunction(async () => [await kvs.get('kept'), await kvs.getSecret('hook')])).toEqual([
      'over the restart',
      'very secret',
    ]);
    const [file = ''] = readdirSync(join(folder, 'forge')).filter((name) => name.startsWith('kvs-'));
    expect(statSync(join(folder, 'forge', file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'forge', file), 'utf8')).toContain('over the restart');
  });

  it('keeps secrets apart from other keys, and out of every query', async () => {
    const found = await test.inFunction(async () => {
      await kvs.setSecret('apart', 'secret');
      const plain = await kvs.get('apart');
      const { results } = await kvs.query().where('key', WhereConditions.beginsWith('apart')).getMany();
      await kvs.deleteSecret('apart');
      return [plain, results, await kvs.getSecret('apart')];
    });
    expect(found).toEqual([undefined, [], undefined]);
  });

  it('lets one of many writers of a key through, and tells the others', async () => {
    const outcomes = await test.inFunction(() =>
      Promise.all(
        [1, 2, 3, 4].map((value) =>
          kvs.set('claim', value, { keyPolicy: 'FAIL_IF_EXISTS' }).then(
            () => 'mine',
            ({ code, responseDetails }) => `${code} ${responseDetails.status}`,
          ),
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['KEY_CONFLICT 409', 'KEY_CONFLICT 409', 'KEY_CONFLICT 409', 'mine']);
  });

  it('says when a key ends, and keeps it readable and taken for two more days, as the platform may', async () => {
    const options = { ttl: { value: 1, unit: 'HOURS' }, keyPolicy: 'FAIL_IF_EXISTS' } as const;
    await test.inFunction(() => kvs.set('mark', 'seen', options));
    const read = () => test.inFunction(() => kvs.get('mark', { metadataFields: [MetadataField.EXPIRE_TIME] }));
    const expireTime = new Date(test.clock.now() + hour).toISOString();
    expect(await read()).toEqual({ key: 'mark', value: 'seen', expireTime });
    await test.advance(48 * hour);
    expect(await read()).toEqual({ key: 'mark', value: 'seen', expireTime });
    expect(await failure(() => kvs.set('mark', 'again', options))).toBe('KEY_CONFLICT');
    await test.advance(hour);
    expect(await read()).toBeUndefined();
    expect(await failure(() => kvs.set('mark', 'again', options))).toBe('done');
  });

  it('gives the value before or after a change, for who asks', async () => {
    const found = await test.inFunction(async () => {
      const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
      const first = await kvs.set('count', 1, previous);
      const second = await kvs.set('count', 2, previous);
      const third = await kvs.set('count', 3, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' });
      return [first, second, third];
    });
    expect(found).toEqual([undefined, { key: 'count', value: 1 }, { key: 'count', value: 3 }]);
  });

  it('lists the keys of a prefix in their order, a page at a time, ten unless asked', async () => {
    const keys = Array.from({ length: 23 }, (_, index) => `page:${String(index).padStart(2, '0')}`);
    const pages = await test.inFunction(async () => {
      for (const key of [...keys].reverse()) await kvs.set(key, key);
      await kvs.set('pagf', 'beside');
      const found: string[][] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const query = kvs.query().where('key', WhereConditions.beginsWith('page:'));
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<string>();
        found.push(page.results.map(({ value }) => value));
        cursor = page.nextCursor;
        // A key that goes between two pages must not make the next one skip another.
        await kvs.delete('page:00');
      }
      return found;
    });
    expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
    expect(pages.flat()).toEqual(keys);
    expect(await failure(() => kvs.query().limit(101).getMany())).toBe('INVALID_LIMIT');
  });

  it('orders keys by their characters and not by the numbers in them, and names no cursor on a last page that is full', async () => {
    const keys = ['o:10', 'o:9', 'o:Z', 'o:a', 'o:1', 'o:_'];
    const found = await test.inFunction(async () => {
      for (const key of keys) await kvs.set(key, key);
      const query = () => kvs.query().where('key', WhereConditions.beginsWith('o:'));
      const first = await query().limit(4).getMany();
      const last = await query().limit(2).cursor(String(first.nextCursor)).getMany();
      return { names: [...first.results, ...last.results].map(({ key }) => key), next: last.nextCursor };
    });
    expect(found.names).toEqual(['o:1', 'o:10', 'o:9', 'o:Z', 'o:_', 'o:a']);
    expect(found.next).toBeUndefined();
  });

  it('leaves keys undone in batches where it is told to, and does the others', async () => {
    test.platform.faults.failsInBatches = (key) => key === 'two';
    const items = ['one', 'two', 'three'].map((key) => ({ key, value: key }));
    const found = await test.inFunction(async () => {
      const set = await kvs.batchSet(items);
      const stored = await Promise.all(items.map(({ key }) => kvs.get(key)));
      await kvs.set('two', 'again');
      const deleted = await kvs.batchDelete(items);
      const left = await Promise.all(items.map(({ key }) => kvs.get(key)));
      return { set, stored, deleted, left };
    });
    const failed = { key: 'two', error: { code: 'INTERNAL' } };
    expect(found).toMatchObject({
      set: { successfulKeys: [{ key: 'one' }, { key: 'three' }], failedKeys: [failed] },
      stored: ['one', undefined, 'three'],
      deleted: { successfulKeys: [{ key: 'one' }, { key: 'three' }], failedKeys: [failed] },
      left: [undefined, 'again', undefined],
    });
  });

  it('does the parts of a batch that can be done, and says which cannot', async () => {
    const found = await test.inFunction(async () => {
      const set = await kvs.batchSet([
        { key: 'one', value: 1 },
        { key: '(two)', value: 2 },
      ]);
      const got = await kvs.batchGet([{ key: 'one' }, { key: 'three' }]);
      const deleted = await kvs.batchDelete([{ key: 'one' }]);
      return { set, got, deleted };
    });
    expect(found).toMatchObject({
      set: { successfulKeys: [{ key: 'one' }], failedKeys: [{ key: '(two)', error: { code: 'INVALID_KEY' } }] },
      got: { successfulKeys: [{ key: 'one', value: 1 }], failedKeys: [{ error: { code: 'KEY_NOT_FOUND' } }] },
      deleted: { successfulKeys: [{ key: 'one' }], failedKeys: [] },
    });
  });

  it('does a transaction as a whole or not at all', async () => {
    await test.inFunction(() => kvs.transact().set('from', 1).set('to', 2).execute());
    await test.inFunction(() => kvs.transact().delete('from').set('to', 3).execute());
    expect(await failure(() => kvs.transact().set('to', 4).set('bad key?', 5).execute())).toBe('INVALID_KEY');
    expect(await failure(() => kvs.transact().set('to', 5).delete('to').execute())).toBe('DUPLICATE_KEY');
    expect(await test.inFunction(async () => [await kvs.get('from'), await kvs.get('to')])).toEqual([undefined, 3]);
  });

  it('refuses keys and values that the platform would refuse', async () => {
    const deep = (levels: number): object => (levels === 0 ? {} : { in: deep(levels - 1) });
    expect(await failure(() => kvs.set('', 1))).toBe('KEY_TOO_SHORT');
    expect(await failure(() => kvs.set('k'.repeat(501), 1))).toBe('KEY_TOO_LONG');
    expect(await failure(() => kvs.set('user@example', 1))).toBe('INVALID_KEY');
    expect(await failure(() => kvs.set('large', 'x'.repeat(241 * 1024)))).toBe('MAX_SIZE');
    expect(await failure(() => kvs.set('deep', deep(31)))).toBe('MAX_DEPTH');
    expect(await failure(() => kvs.set('deep', deep(30)))).toBe('done');
    expect(await failure(() => kvs.set('soon', 1, { ttl: { value: 0, unit: 'DAYS' } }))).toBe('INVALID_TTL');
    expect(await failure(() => kvs.entity('thing').get('key'))).toBe('NOT_OFFERED');
  });

  it('answers nothing outside of a function', async () => {
    await expect(kvs.get('settings')).rejects.toThrow('no function of the app is running');
  });
});
