import { existsSync, readFileSync } from 'node:fs';
import { ValidationTypes } from '@forge/manifest';
import { findOversights, type LooseManifest } from '../../scripts/forge/find-oversights';
import { loadManifest } from '../../scripts/forge/load-manifest';
import * as functions from '../../src/index';

// The validators compile a large schema first.
const patience = 120_000;

describe("the platform's validators", () => {
  it.each([ValidationTypes.FULL, ValidationTypes.PRODUCT_TRIGGER, ValidationTypes.FORGE_REMOTE_COMPUTE])(
    'accept the manifest: %s',
    async (kind) => {
      const { success, errors } = await loadManifest(kind);
      expect(errors).toEqual([]);
      expect(success).toBe(true);
    },
    patience,
  );
});

describe('what the validators let pass', () => {
  it(
    'is not in our manifest',
    async () => {
      const { manifest } = await loadManifest();
      expect(manifest.remotes).toHaveLength(1);
      expect(findOversights(manifest)).toEqual([]);
    },
    patience,
  );

  const remote = { key: 'api', operations: ['compute'], configurable: { name: 'API' } };
  const permissions = { external: { configurable: { enabled: true } } };
  it.each<[string, LooseManifest, RegExp]>([
    [
      'a configurable remote among the hosts to fetch from',
      {
        remotes: [remote],
        permissions: { external: { ...permissions.external, fetch: { backend: [{ remote: 'api' }] } } },
      },
      /may not stand under/,
    ],
    ['a configurable remote that no administrator can set', { remotes: [remote] }, /configurable\.enabled/],
    ['a remote without compute', { remotes: [{ ...remote, operations: ['storage'] }], permissions }, /compute/],
    ['a module of UI Kit 1', { modules: { 'jira:issuePanel': [{ key: 'old', function: 'f' }] } }, /UI Kit 1/],
    ['a web trigger of the first format', { modules: { webtrigger: [{ key: 'hook', function: 'f' }] } }, /urlFormat/],
    [
      'a remote without encryption',
      { remotes: [{ key: 'x', operations: ['compute'], baseUrl: 'http://x' }] },
      /encryption/,
    ],
  ])('is found: %s', (_, manifest, sentence) => {
    expect(findOversights(manifest)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('what the manifest names', () => {
  let manifest: LooseManifest;
  beforeAll(async () => {
    ({ manifest } = await loadManifest());
  }, patience);

  it('as a handler is a function that index exports, and nothing else is', () => {
    const handlers = (manifest.modules?.['function'] ?? []).map(({ handler }) => String(handler));
    expect(handlers.map((handler) => handler.replace(/^index\./, '')).sort()).toEqual(Object.keys(functions).sort());
    for (const name of Object.values(functions)) expect(name).toBeInstanceOf(Function);
  });

  it('as a text is in the locale that all others fall back to', () => {
    const texts = JSON.parse(readFileSync('locales/en-US.json', 'utf8')) as Record<string, string>;
    const keys = [...JSON.stringify(manifest).matchAll(/"i18n":"([^"]+)"/g)].map(([, key]) => key ?? '');
    expect(keys).not.toHaveLength(0);
    expect(keys.filter((key) => !texts[key])).toEqual([]);
  });

  it('as an icon is a file', () => {
    const icons = [...JSON.stringify(manifest).matchAll(/resource:icons;([^"]+)/g)].map(([, file]) => file ?? '');
    expect(icons).not.toHaveLength(0);
    expect(icons.filter((file) => !existsSync(`static/icons/${file}`))).toEqual([]);
  });
});
