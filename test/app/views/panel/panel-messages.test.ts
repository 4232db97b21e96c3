import { aMessage, aPanel, aThread } from '../builders';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const composer = 'Message to Bob Brown';
const since = (n: number) => [{ issueId: '10001', after: aMessage(n, '').id }];

test('what one author wrote at a stretch stands under one name, and each of it has a menu that says when', async () => {
  const messages = [1, 2].map((n) => aMessage(n, `Number ${n}`, { ts: `2026-03-04T05:0${n}:00.000Z` }));
  const { host } = await openPanel({ panels: [aPanel({ threads: [aThread(messages)] })] });
  expect(host.comments.map(({ isHead, author }) => [isHead, author])).toEqual([
    [true, 'Bob Brown'],
    [false, 'Bob Brown'],
  ]);
  host.comments[1]?.menu?.();
  await host.until(() => expect(host.texts('Popup')[1]).toMatch(/Mar 4, 2026, 5:02\sAM/));
  expect(host.texts('Popup')[0]).not.toContain('Mark as unread');
});

test('a line says where what was new begins, once it is shown, and stays when older messages come', async () => {
  const messages = [1, 2, 3, 4, 5].map((n) => aMessage(n, `Number ${n}`));
  const thread = aThread(messages, { unreadCount: 2, unreadIn: since(3) });
  const { host } = await openPanel({ panels: [aPanel({ threads: [thread] })] });
  expect(host.text.split('\n')).not.toContain('New');
  host.press('2 new messages');
  await host.until(() => expect(host.text).toMatch(/Number 3\n(.*\n)*New\n(.*\n)*Number 4/));
  host.press('Show older messages');
  await host.until(() => expect(host.text).toMatch(/Number 1\n(.*\n)*New\n(.*\n)*Number 4/));
});

test('a quotation is put into the field, behind what stands there, and the field takes the focus', async () => {
  const { host } = await openPanel({ panels: [aPanel({ threads: [aThread([aMessage(1, 'Is it *done*?')])] })] });
  host.write(composer, 'Half');
  host.comments[0]?.act('Quote');
  await host.until(() =>
    expect(host.field(composer).props).toMatchObject({
      defaultValue: expect.stringMatching(/^Half\n\n> \*Bob Brown wrote:\*\n>\n> Is it \\\*done\\\*\?/),
      autoFocus: true,
    }),
  );
});

test('nothing is quoted where nothing can be written', async () => {
  const { host } = await openPanel({
    panels: [aPanel({ threads: [aThread([aMessage(1, 'Hello')], { refusal: 'recipient_inactive' })] })],
  });
  expect(await host.actions(0)).toEqual(['Mark as unread', 'Remind me…', 'Report']);
});

test('a name without a blank takes no more than a line or two', async () => {
  const person = { id: 'long', name: 'N'.repeat(255), kind: 'person', active: true } as const;
  const { host } = await openPanel({ panels: [aPanel({ threads: [aThread([aMessage(1, 'Hello')], { person })] })] });
  expect(host.comments[0]?.author).toBe(`${'N'.repeat(59)}…`);
});
