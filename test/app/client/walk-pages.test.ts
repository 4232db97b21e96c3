import { type Page, type PagePlace, walkPages } from '../../../src/app/client/walk-pages';

/** A list of three pages, of which the second is empty. */
const pages: Readonly<Record<string, Page<string>>> = {
  '': { values: ['a', 'b'], cursor: '2' },
  '2': { values: [], cursor: '3' },
  '3': { values: ['c'], cursor: '' },
};

function aList() {
  const asked: PagePlace[] = [];
  const ask = async (place: PagePlace) => {
    asked.push(place);
    return pages[place.cursor ?? ''] as Page<string>;
  };
  return { asked, ask };
}

async function collect(walk: AsyncIterable<Page<string>>) {
  const found: string[] = [];
  let next = '';
  for await (const { values, cursor } of walk) {
    found.push(...values);
    next = cursor;
  }
  return { found, next };
}

test('it goes on beyond a page that is short or empty, and ends where there is no cursor', async () => {
  const { asked, ask } = aList();
  expect(await collect(walkPages(ask))).toEqual({ found: ['a', 'b', 'c'], next: '' });
  expect(asked).toEqual([{}, { cursor: '2' }, { cursor: '3' }]);
});

test('it begins at a cursor', async () => {
  const { ask } = aList();
  expect(await collect(walkPages(ask, { from: '2' }))).toEqual({ found: ['c'], next: '' });
});

test('it stops after so many pages, and the last of them says where the list goes on', async () => {
  const { asked, ask } = aList();
  expect(await collect(walkPages(ask, { most: 2 }))).toEqual({ found: ['a', 'b'], next: '3' });
  expect(asked).toHaveLength(2);
});

test('whoever has found enough asks for no other page', async () => {
  const { asked, ask } = aList();
  for await (const { values } of walkPages(ask)) if (values.length > 0) break;
  expect(asked).toHaveLength(1);
});
