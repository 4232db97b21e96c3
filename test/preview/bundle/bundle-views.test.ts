import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from 'esbuild';
import { bundleViews } from '../../../preview/bundle/bundle-views';
import { loadFunctions } from '../../../preview/bundle/load-functions';
import { temporaryFolder } from '../../platform/test-platform';

describe('bundling the app', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(async () => {
    await stop();
    remove();
  });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  /** What a frame's script does when it runs beside a page like ours. */
  const run = (script: string | undefined) => {
    const calls: unknown[] = [];
    const bridge = { callBridge: (...call: unknown[]) => calls.push(call) };
    const frame = { parent: { asidePreview: { bridgeOf: () => bridge } } };
    new Function('globalThis', 'parent', script ?? 'throw new Error("no script")')(frame, frame.parent);
    return calls;
  };

  it('gives each view a script that finds its bridge before anything else', async () => {
    write('one.ts', "import { say } from './shared'; say('one');");
    write('two.ts', "import { say } from './shared'; say('two');");
    write('shared.ts', 'const { __bridge } = globalThis as never as any; export const say = __bridge.callBridge;');
    const views = await bundleViews(folder, ['one.ts', 'two.ts', 'one.ts']);
    expect([...views].map(([file, script]) => [file, run(script)])).toEqual([
      ['one.ts', [['one']]],
      ['two.ts', [['two']]],
    ]);
  });

  it('lets a view that cannot be bundled say why in its place, while the others work', async () => {
    write('broken.ts', "import './absent';");
    const views = await bundleViews(folder, ['broken.ts', 'one.ts']);
    expect(run(views.get('one.ts'))).toEqual([['one']]);
    expect(run(views.get('broken.ts'))).toEqual([
      ['onError', { error: { message: expect.stringContaining('Could not resolve "./absent"') } }],
    ]);
  });

  it('finds the functions that are there, and none for another name', async () => {
    const index = join(folder, 'src', 'index.ts');
    await import('node:fs/promises').then(({ mkdir }) => mkdir(join(folder, 'src')));
    writeFileSync(index, 'export const there = () => 7; export const notOne = 7;');
    const handlerOf = await loadFunctions(folder);
    expect(handlerOf('there')?.({}, {})).toBe(7);
    expect([handlerOf('notOne'), handlerOf('absent')]).toEqual([undefined, undefined]);
  });
});
