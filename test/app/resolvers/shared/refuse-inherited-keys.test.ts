import { makeResolver } from '@forge/resolver';
import { panel } from '../../../../src/app/resolvers/panel';
import { settings } from '../../../../src/app/resolvers/settings';
import { refuseInheritedKeys } from '../../../../src/app/resolvers/shared/refuse-inherited-keys';

const inherited = Object.getOwnPropertyNames(Object.prototype);
const resolvers = {
  panel,
  settings,
  made: refuseInheritedKeys(makeResolver({ known: async () => ({ answer: 42 }) })),
};
const call = (name: keyof typeof resolvers, functionKey: string) =>
  resolvers[name]({ call: { functionKey, payload: {} }, context: { accountId: 'alice' } } as never, {});

test.each(inherited)('the key %s, which every object has, is none of a resolver', async (key) => {
  for (const name of ['panel', 'settings', 'made'] as const)
    await expect(call(name, key)).rejects.toThrow('definition');
});

test('a key that is defined is answered, and another one is not', async () => {
  expect(await call('made', 'known')).toEqual({ answer: 42 });
  await expect(call('made', 'unknown')).rejects.toThrow('definition');
});
