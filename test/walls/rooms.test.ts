import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const { rooms, writeTable } = require('../../scripts/walls/rooms.cjs') as {
  rooms: readonly { readonly room: string; readonly may: readonly string[] }[];
  writeTable(): string;
};

const sources = ['src', 'preview', 'platform'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(ts|tsx|css)$/.test(name)),
);
const isWithin = (place: string, room: string) => place === room || place.startsWith(`${room}/`);

describe('the rooms', () => {
  test('stand in the guide as the walls hold them', () => {
    expect(readFileSync(join(root, 'docs/architecture.md'), 'utf8')).toContain(writeTable());
  });

  test('hold every source file, each in one room', () => {
    const homes = sources.map((file) => [file, rooms.filter(({ room }) => isWithin(file, room)).length]);
    expect(homes.filter(([, count]) => count !== 1)).toEqual([]);
    expect(sources.length).toBeGreaterThan(700);
  });

  test('are all there, and so is what they may import', () => {
    const named = rooms.flatMap(({ room, may }) => [room, ...may]);
    expect(named.filter((name) => !sources.some((file) => isWithin(file, name)))).toEqual([]);
  });

  test('have no folder of more than 25 files', () => {
    const counts = new Map<string, number>();
    for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
  });
});
