import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../../preview/host/texts/english';
import { german } from '../../../preview/host/texts/german';
import { japanese } from '../../../preview/host/texts/japanese';

const host = join(__dirname, '../../../preview/host');
const placeholders = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();

// The same in every language.
const names = new Set(['Preview']);

test.each([
  ['German', german],
  ['Japanese', japanese],
] as const)('%s has the place of everything that is put in', (_, texts) => {
  for (const [key, text] of Object.entries(english)) {
    expect([key, placeholders(texts[key as keyof typeof english])]).toEqual([key, placeholders(text)]);
  }
});

test('no word stands in the page itself, where no language reaches it', () => {
  const found: string[] = [];
  for (const file of readdirSync(host, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx') || file.startsWith('forge-doc')) continue;
    const source = readFileSync(join(host, file), 'utf8');
    const inElements = source.matchAll(/(?<![=\w]\s?)>\s*([A-Z][a-z]+[\w ,.’'“”-]*?)\s*[<{]/g);
    const inAttributes = source.matchAll(
      /\b(?:title|label|aria-label|placeholder|description)="([^"]*[A-Za-z][^"]*)"/g,
    );
    for (const [, words = ''] of [...inElements, ...inAttributes]) {
      if (!names.has(words)) found.push(`${file}: ${words}`);
    }
  }
  expect(found).toEqual([]);
});
