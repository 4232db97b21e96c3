import { listing, openInbox } from './inbox/open-inbox';

test('a view that is still open draws into its own host, and not into the one of the next test', async () => {
  const [first, second] = [await openInbox({ inboxList: listing({}) }), await openInbox({ inboxList: listing({}) })];
  for (const host of [first, second]) await host.until(() => expect(host.text).toContain('No conversations yet'));
  first.press('New group');
  await first.until(() => first.field('Name of the group'));
  expect(second.text).toContain('No conversations yet');
  expect(() => second.field('Name of the group')).toThrow();
});
