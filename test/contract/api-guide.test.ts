import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../src/contract/operation';
import { operations } from '../../src/contract/operations';

const guide = readFileSync(join(__dirname, '../../docs/api.md'), 'utf8');
const lines = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'));

/** Names that the examples give to addresses, as `ONE=$API/…`. */
const addresses = new Map([['API', '']]);
for (const line of lines) {
  const [, name, path = ''] = /^(\w+)=\$API(\/\S+)$/.exec(line) ?? [];
  if (name !== undefined) addresses.set(name, path);
}

/** The calls that the guide shows, as `GET /site/$SITE/message`. */
const examples = lines.flatMap((line) => {
  const [, call] = /^(?:\w+=\$\()?(?:ask|json|app) (.*)$/.exec(line) ?? [];
  if (call === undefined) return [];
  const [, name = '', rest = ''] = /\$(\w+)([^\s"?)]*)/.exec(call) ?? [];
  const method = /-X (\w+)/.exec(call)?.[1] ?? (/ -d /.test(call) ? 'POST' : 'GET');
  return [`${method} ${addresses.get(name)}${rest}`];
});

const table = Object.entries<Operation>(operations).map(([id, { method, path }]) => {
  return [id, new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '\\$\\w+')}$`)] as const;
});

describe('the guide to the API', () => {
  it.each(table)('shows %s by an example', (_, pattern) => {
    expect(examples.filter((example) => pattern.test(example))).not.toEqual([]);
  });

  it('shows no call that is not of the table', () => {
    expect(examples.filter((example) => !table.some(([, pattern]) => pattern.test(example)))).toEqual([]);
  });
});
