import { findPlaceholder } from '../../scripts/forge/find-placeholder';
import { loadManifest } from '../../scripts/forge/load-manifest';

const idOf = async () => (await loadManifest()).content?.app?.id ?? null;

afterEach(() => {
  delete process.env['FORGE_APP_ID'];
});

test('the default of the manifest goes anywhere but to production, and what cannot be read neither', async () => {
  expect(findPlaceholder('production', await idOf())).toEqual([expect.stringContaining('forge register')]);
  expect(findPlaceholder('production', null)).toHaveLength(1);
  expect(findPlaceholder('development', await idOf())).toEqual([]);
}, 120_000);

test('a registered app goes to production', async () => {
  process.env['FORGE_APP_ID'] = '0b5c6a2e-9d1b-4c3a-8e7f-0a1b2c3d4e5f';
  expect(findPlaceholder('production', await idOf())).toEqual([]);
}, 120_000);
