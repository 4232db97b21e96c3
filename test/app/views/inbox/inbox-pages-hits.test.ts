import type { ShownMessage } from '../../../../src/app/definitions';
import { aProblem } from '../builders';
import { letReactFinish } from '../fake-host';
import { anEntry } from './builders';
import { all, hitsAt, holdPages, idOf, openHit, openLong, range, readPage, send, shown } from './long-thread';
import { asked, openLine } from './open-inbox';

afterAll(letReactFinish);

// A hit of a search in a long thread, with the page around it.

test('a hit stands in the middle of its page, from which one turns both ways, until the newest are reached', async () => {
  const host = await openLong();
  host.write('Search people, groups and messages', 'words');
  await openLine(host, 'Bob Brown\nBob Brown: Words 60');
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  expect(host.text).toContain('The message that you searched for\nBob Brown\n5:06 AM\nWords 60');
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(48, 55)));
  expect(asked(host, 'page').at(-1)).toMatchObject({ before: idOf(48) });
  for (let at = 56; at < 193; at += 8) {
    host.press('Later messages');
    await host.until(() => expect(shown(host)[0]).toBe(at));
  }
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  expect(host.texts('Button')).not.toContain('Later messages');
});

test('a hit at the edge of what is loaded brings what stands before it', async () => {
  const host = await openLong(
    {},
    {
      inboxSearch: () => ({
        ok: true,
        entries: [],
        hits: [{ entry: anEntry(), message: all[175] as ShownMessage }],
        cursor: '',
      }),
    },
  );
  host.write('Search people, groups and messages', 'words');
  await openLine(host, 'Bob Brown\nBob Brown: Words 176');
  await host.until(() => expect(shown(host)).toEqual(range(172, 179)));
});

test('later messages that come once one has left for the newest change nothing', async () => {
  const { held, page } = holdPages();
  const host = await openLong({}, { page, send });
  await openHit(host, 60);
  await host.until(() => expect(held).toHaveLength(1));
  held.shift()?.();
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(64, 71)));
  host.press('Later messages');
  await host.until(() => expect(held).toHaveLength(1));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  held.shift()?.();
  await letReactFinish();
  expect(shown(host)).toEqual([...range(194, 200), 300]);
});

test.each([
  ['comes', true],
  ['is gone', false],
])('of two hits the one that was chosen last stands there, whether the other %s late', async (_, isThere) => {
  const answers: (() => void)[] = [];
  const page = (ask: Parameters<typeof readPage>[0]) => {
    if (ask.around !== idOf(60)) return readPage(ask);
    return new Promise((resolve) => answers.push(() => resolve(isThere ? readPage(ask) : aProblem('gone'))));
  };
  const host = await openLong({}, { page, ...hitsAt(60, 100) });
  await openHit(host, 60);
  await host.until(() => expect(answers).toHaveLength(1));
  await openHit(host, 100);
  await host.until(() => expect(shown(host)).toEqual(range(96, 103)));
  answers[0]?.();
  await letReactFinish();
  expect(shown(host)).toEqual(range(96, 103));
  expect(host.text).toContain('The message that you searched for');
});

test('a hit opens where what is new was opened before it', async () => {
  const host = await openLong({ unreadCount: 20 }, hitsAt(198));
  await host.until(() => host.press('20 new messages'));
  await host.until(() => expect(shown(host)).toEqual(range(179, 186)));
  await openHit(host, 198);
  await host.until(() => expect(host.text).toContain('The message that you searched for'));
  expect(shown(host)).toContain(198);
  expect(shown(host)).not.toContain(186);
});

test('a search that has not looked through older messages says so, and goes on when it is asked to', async () => {
  const hits = [{ entry: anEntry(), message: all[59] as ShownMessage }];
  const answer = ({ cursor }: { cursor: string }) =>
    cursor === '' ? { hits: [], cursor: 'older' } : { hits, cursor: '' };
  const host = await openLong({}, { inboxSearch: (ask) => ({ ok: true, entries: [], ...answer(ask) }) });
  host.write('Search people, groups and messages', 'words');
  await host.until(() => expect(host.text).toContain('Older ones were not searched yet.'));
  expect(host.text).not.toContain('Nothing found');
  host.press('Search older messages');
  await host.until(() => expect(host.text).toContain('Bob Brown: Words 60'));
  expect(asked(host, 'inboxSearch').at(-1)).toMatchObject({ text: 'words', cursor: 'older' });
  expect(host.texts('Button')).not.toContain('Search older messages');
});
