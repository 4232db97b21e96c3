import { kvs } from '@forge/kvs';
import { openTestPlatform, temporaryFolder } from '../test-platform';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const open = (name: string) => openTestPlatform({ folder: `${folder}/${name}` });
const found = () => {
  const { __forge_fetch__: fetch, __forge_runtime__: runtime } = globalThis as Record<string, unknown>;
  return { fetch, runtime, error: console.error };
};

describe('a room and the globals of its process', () => {
  it('gives back all that it took, to whoever had it', async () => {
    const mine = { __forge_fetch__: () => 'mine', __forge_runtime__: { mine: true } };
    Object.assign(globalThis, mine);
    const before = found();
    const room = await open('one');
    expect(Object.values(found())).not.toContain(before.fetch);
    expect(console.error).not.toBe(before.error);
    await room.close();
    expect(found()).toEqual(before);
    expect(console.error).toBe(before.error);
    for (const name of Object.keys(mine)) delete (globalThis as Record<string, unknown>)[name];
  });

  it('leaves no global where there was none', async () => {
    const room = await open('two');
    await room.close();
    await room.close();
    expect(globalThis).not.toHaveProperty('__forge_fetch__');
    expect(globalThis).not.toHaveProperty('__forge_runtime__');
  });

  it.each(['the first', 'the second'])(
    'is reached while it is open, whichever closes before it: %s',
    async (closed) => {
      const [first, second] = [await open(`first of ${closed}`), await open(`second of ${closed}`)];
      await second.inFunction(() => kvs.set('room', 'second'));
      const [going, staying] = closed === 'the first' ? [first, second] : [second, first];
      await going.close();
      await staying.inFunction(() => kvs.set('room', 'staying'));
      expect(staying.platform.storage.plain.find('room')).toMatchObject({ value: 'staying' });
      await staying.close();
      expect(globalThis).not.toHaveProperty('__forge_fetch__');
    },
  );

  it('leaves the console to whoever took it since', async () => {
    const room = await open('three');
    const write = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const taken = console.error;
    await room.close();
    expect(console.error).toBe(taken);
    write.mockRestore();
  });
});
