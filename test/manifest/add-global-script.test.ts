import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addGlobalScript } from '../../scripts/forge/add-global-script';

const manifest = readFileSync('manifest.yml', 'utf8');
const modules = (text: string) => (parse(text) as { modules: Record<string, readonly object[]> }).modules;

test('the script for all pages is left out unless a build asks for it, and put in where it does', () => {
  expect(modules(manifest)).not.toHaveProperty('jira:globalBackgroundScript');
  const asked = addGlobalScript(manifest, true);
  expect(modules(asked)['jira:globalBackgroundScript']).toEqual([
    {
      key: 'global-background',
      resource: 'views/background',
      render: 'native',
      experience: ['board', 'dashboard'],
      resolver: { function: 'panel' },
    },
  ]);
  expect(Object.keys(modules(asked))).toHaveLength(Object.keys(modules(manifest)).length + 1);
});

test('twice is as once, and taking it out leaves the manifest as it was', () => {
  const asked = addGlobalScript(manifest, true);
  expect(addGlobalScript(asked, true)).toBe(asked);
  expect(addGlobalScript(asked, false)).toBe(manifest);
});
