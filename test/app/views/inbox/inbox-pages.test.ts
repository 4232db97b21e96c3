import { aProblem } from '../builders';
import { letReactFinish } from '../fake-host';
import { idOf, openLong, range, shown } from './long-thread';
import { asked } from './open-inbox';

afterAll(letReactFinish);

// A long thread, page by page, over the real view and the real reconciler.

test('shows the newest that fit, and turns to earlier and later ones in their place', async () => {
  const host = await openLong();
  expect(shown(host)).toEqual(range(193, 200));
  for (const [from, to] of [
    [185, 192],
    [177, 184],
  ] as const) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)).toEqual(range(from, to)));
  }
  expect(asked(host, 'page')).toEqual([]);
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(169, 176)));
  expect(asked(host, 'page')).toMatchObject([{ before: idOf(176) }]);
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(177, 184)));
  host.press('Newest messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  expect(host.texts('Button')).not.toContain('Later messages');
});

test('a page that does not come leaves what is there, and says so', async () => {
  const host = await openLong({}, { page: () => aProblem('service_away') });
  for (const from of [185, 177]) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)[0]).toBe(from));
  }
  host.press('Earlier messages');
  await host.until(() => expect(host.text).toContain('does not answer'));
  expect(shown(host)).toEqual([176, ...range(177, 183)]);
});
