import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

test('docs/permissions.md gives each scope of the manifest with a reason, and no other', () => {
  const { permissions } = parse(readFileSync('manifest.yml', 'utf8')) as { permissions: { scopes: string[] } };
  const rows = [...readFileSync('docs/permissions.md', 'utf8').matchAll(/^\| `([a-z:-]+)` \| (.+) \|$/gm)];
  expect(rows.map(([, scope]) => scope)).toEqual(permissions.scopes);
  for (const [, , reason] of rows) expect(reason?.trim().length).toBeGreaterThan(20);
});
