import { aProblem } from '../builders';
import { letReactFinish } from '../fake-host';
import { aConversation, anEntry, anInboxMessage } from './builders';
import { all, holdPages, openLong, range, send, shown } from './long-thread';
import { asked } from './open-inbox';

afterAll(letReactFinish);

// What one sends in a long thread, wherever one has turned to.

test('what one sends is seen, wherever one has turned to', async () => {
  const host = await openLong(
    {},
    {
      send: ({ text }: { text: string }) => ({ ok: true, message: anInboxMessage(300, text, { from: 'me' }) }),
    },
  );
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(185, 192)));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
});

test('earlier messages that come once one has sent something stay out of its way', async () => {
  const { held, page } = holdPages();
  const host = await openLong({}, { page, send });
  for (const from of [185, 177]) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)[0]).toBe(from));
  }
  host.press('Earlier messages');
  await host.until(() => expect(held).toHaveLength(1));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  held.shift()?.();
  await letReactFinish();
  expect(shown(host)).toEqual([...range(194, 200), 300]);
});

test('what failed stands below the newest messages alone, and is seen as it is sent anew', async () => {
  let fails = true;
  const host = await openLong(
    {},
    { send: (words: { text: string }) => (fails ? aProblem('service_away') : send(words)) },
  );
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.texts('Button')).toContain('Retry'));
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(185, 192)));
  expect(host.texts('Button')).not.toContain('Retry');
  expect(host.text).toContain('A message of yours was not sent');
  host.press('Newest messages');
  await host.until(() => expect(host.texts('Button')).toContain('Retry'));
  fails = false;
  host.press('Retry');
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
});

test('many of one’s own are looked up before a page would not reach back to what stands there', async () => {
  const sent: ReturnType<typeof anInboxMessage>[] = [];
  const host = await openLong(
    {},
    {
      conversation: () => {
        const messages = [...all, ...sent].slice(-25);
        return aConversation({ entry: anEntry(1), messages, before: messages[0]?.id ?? null });
      },
      send: ({ text }: { text: string }) => {
        const message = anInboxMessage(300 + sent.length, text, { from: 'me' });
        sent.push(message);
        return { ok: true, message };
      },
    },
  );
  const opened = asked(host, 'conversation').length;
  for (let n = 0; n < 27; n += 1) {
    host.write('Message to Bob Brown', `Words ${300 + n}`);
    await host.until(() => host.press('Send'));
    await host.until(() => expect(shown(host).at(-1)).toBe(300 + n));
  }
  await host.until(() => expect(host.text).not.toContain('Sending'));
  await host.until(() => expect(asked(host, 'conversation').length - opened).toBe(1));
  for (const first of [311, 303, 196]) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)[0]).toBe(first));
  }
  expect(asked(host, 'page')).toEqual([]);
});
