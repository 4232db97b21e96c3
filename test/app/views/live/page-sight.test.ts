import { isPageSeen, watchPage } from '../../../../src/app/views/live/page-sight';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
  become(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'document');
});

test('a page that comes back into sight is noticed, until one stops to look', () => {
  const page = new FakeDocument();
  Object.assign(globalThis, { document: page });
  const seen = jest.fn();
  const stop = watchPage(seen);
  page.become('hidden');
  expect([isPageSeen(), seen.mock.calls.length]).toEqual([false, 0]);
  page.become('visible');
  expect([isPageSeen(), seen.mock.calls.length]).toEqual([true, 1]);
  stop();
  page.become('visible');
  expect(seen).toHaveBeenCalledTimes(1);
});

test('where there is no page to ask, it counts as seen', () => {
  expect(isPageSeen()).toBe(true);
  expect(watchPage(() => undefined)).not.toThrow();
});
