import type { MessagePage } from '../../src/contract/resources';
import { refuseCursor } from './refuse-cursor';
import { same } from './same';
import { wordIn } from './saying';
import { some } from './some';
import type { World } from './world';

export async function lookBySearch(world: World, person: string, site: string, pick: () => number): Promise<void> {
  const { model } = world;
  const read = model.of(site).flatMap((place) => model.read(person, place));
  same(
    'found',
    (await search(world, person, site, 'okapi', pick)).sort(),
    read.flatMap(({ word }) => word ?? []).sort(),
  );
  const all = model.places.flatMap((place) => place.said.flatMap(({ word }) => word ?? []));
  for (const word of some(all, pick, 1)) {
    const isTheirs = read.some((said) => said.word === word);
    // By a part of it, too, so that nobody can guess letter by letter.
    for (const query of [word, word.slice(0, 12)]) {
      const found = await search(world, person, site, query, pick);
      same(`found by ${query}`, found.includes(word), isTheirs);
    }
  }
}

async function search(world: World, person: string, site: string, query: string, pick: () => number) {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const target = `GET /message?query=${query}&limit=5` as const;
    const page = (await world.ask(person, site, `${target}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
      .body as MessagePage;
    found.push(...page.values.map(({ text }) => wordIn(text)));
    cursor = page.cursor;
    if (cursor === '') return found;
    // It is signed and not encrypted: it names what was read, or a moment.
    const [, named] = JSON.parse(Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString());
    const isRead = page.values.some(({ id }) => id === named) || named.endsWith('-0000-0000-000000000000');
    same('cursor names what was read', isRead, true);
    if (pick() < 0.3) await refuseCursor(world, person, site, target, cursor, pick);
  }
}
