import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptMap } from '../../../platform/clock/kept-map';
import { temporaryFolder } from '../test-platform';

describe('a map that is kept', () => {
  const { folder, remove } = temporaryFolder();
  const file = join(folder, 'map.jsonl');
  afterAll(remove);

  it('is the same when it is opened again', () => {
    const map = openKeptMap<number>(file);
    map.write(['one', 1], ['two', 2]);
    map.write(['one', undefined], ['three', 3]);
    expect(openKeptMap<number>(file).entries()).toEqual([
      ['two', 2],
      ['three', 3],
    ]);
  });

  it('loses no more than the line that a kill cut off', () => {
    openKeptMap<number>(file).write(['four', 4]);
    appendFileSync(file, '[["five",5],["si');
    const map = openKeptMap<number>(file);
    expect([map.get('four'), map.get('five')]).toEqual([4, undefined]);
    map.write(['six', 6]);
    expect(openKeptMap<number>(file).get('six')).toBe(6);
  });

  it('does not grow with every change of the same key', () => {
    const map = openKeptMap<string>(file);
    for (let count = 0; count < 5_000; count += 1) map.write(['same', 'x'.repeat(50)]);
    expect(readFileSync(file, 'utf8').length).toBeLessThan(150_000);
  });

  it('does not overwrite a file that it cannot read', () => {
    writeFileSync(file, 'not ours\n');
    expect(() => openKeptMap(file)).toThrow(`${file} is not readable`);
    expect(readFileSync(file, 'utf8')).toBe('not ours\n');
  });
});
