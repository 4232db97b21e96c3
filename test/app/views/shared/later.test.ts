import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

test('a part that could not be fetched says so, and comes when asked again', async () => {
  const host = new FakeHost({});
  jest.resetModules();
  const { createElement } = await import('react');
  const { default: ForgeReconciler, I18nProvider, Text } = await import('@forge/react');
  const { later } = await import('../../../../src/app/views/shared/later');
  let tries = 0;
  const Part = later<{ word: string }>(async () => {
    if (++tries === 1) throw new Error('ChunkLoadError');
    return ({ word }) => createElement(Text, null, `Here: ${word}`);
  }, 'inbox.loading');
  ForgeReconciler.render(createElement(I18nProvider, null, createElement(Part, { word: 'a part' })));
  await host.until(() => expect(host.text).toContain('That did not work'));
  host.press('Try again');
  await host.until(() => expect(host.text).toBe('Here: a part'));
});
