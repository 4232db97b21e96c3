import { letReactFinish } from '../fake-host';
import { aConversation, anEntry } from './builders';
import { idOf, openHit, openLong, range, readPage, readTo, send, shown } from './long-thread';
import { asked } from './open-inbox';

afterAll(letReactFinish);

// What is new in a long thread is read as it is shown, page by page.

test('what is new is read as it is shown, page by page', async () => {
  const host = await openLong({ unreadCount: 20 });
  await host.until(() => expect(shown(host)).toEqual(range(176, 180).slice(0)));
  host.press('20 new messages');
  await host.until(() => expect(shown(host)).toEqual(range(179, 186)));
  await host.until(() => expect(asked(host, 'read').map(({ id }) => id)).toEqual([idOf(186)]));
  await host.until(() => expect(host.texts('Badge')).toEqual(['14']));
  host.press('Later messages');
  await host.until(() => expect(asked(host, 'read').map(({ id }) => id)).toEqual([idOf(186), idOf(194)]));
  host.press('Later messages');
  await host.until(() =>
    expect(
      asked(host, 'read')
        .map(({ id }) => id)
        .at(-1),
    ).toBe(idOf(200)),
  );
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
});

test('what lies on a page that was passed over is new until one turns to it', async () => {
  const host = await openLong({ unreadCount: 20 }, { send });
  await host.until(() => host.press('20 new messages'));
  await host.until(() => expect(host.texts('Badge')).toEqual(['14']));
  host.press('Newest messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  await host.until(() => expect(host.text).not.toContain('Sending'));
  expect(readTo(host)).toEqual([idOf(186)]);
  expect(host.texts('Badge')).toEqual(['14']);
  host.press('Earlier messages');
  await host.until(() => expect(readTo(host)).toEqual([idOf(186), idOf(200)]));
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
});

test('what is new opens where a hit was opened before it', async () => {
  const host = await openLong({ unreadCount: 3 });
  await openHit(host, 60);
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  host.press('3 new messages');
  await host.until(() => expect(shown(host).slice(-3)).toEqual(range(198, 200)));
  await host.until(() => expect(readTo(host)).toEqual([idOf(200)]));
});

test('more new messages than are counted are read page by page to the last', async () => {
  const host = await openLong(
    { unreadCount: 100 },
    {
      conversation: () => {
        const entry = anEntry(1, { unreadCount: 100 });
        const { messages, before } = readPage({ before: null });
        const unreadIn = [{ issueId: null, after: idOf(50) }];
        return aConversation({ entry, messages, before: before ?? null, unreadIn });
      },
    },
  );
  await host.until(() => host.press('99+ new messages'));
  await host.until(() => expect(shown(host)).toEqual(range(49, 56)));
  for (let last = 64; last <= 200; last += 8) {
    host.press('Later messages');
    await host.until(() => expect(readTo(host)).toContain(idOf(last)));
  }
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
}, 60_000);
