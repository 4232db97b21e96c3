import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './read-dockerfile';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { engines } = JSON.parse(read('package.json')) as { readonly engines: { readonly node: string } };
/** What is supported, said by package.json: `^20.19 || ^22.12 || ^24`. */
const supported = engines.node.split(' || ').map((range) => range.replace('^', ''));
const majors = supported.map((version) => version.split('.')[0] ?? '');
const found = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].map(([, version = '']) => version);

test('the programs are built for the lowest Node that is supported', () => {
  expect(found('scripts/build.cjs', /target: 'node([\d.]+)'/g)).toEqual([supported[0]]);
});

test.each([
  ['the image', 'Dockerfile', /^FROM node:(\d+)/gm],
  ['the functions', 'manifest.yml', /name: nodejs(\d+)\.x/g],
  ['the gate', '.ci/run', /package@(\d+)\./g],
])('%s runs on one that is supported', (_what, file, pattern) => {
  const versions = found(file, pattern);
  expect(versions.length).toBeGreaterThan(0);
  for (const version of versions) expect(majors).toContain(version);
});

test('the gate tries the Node of the functions', () => {
  expect(found('.ci/run', /package@(\d+)\./g)).toEqual(found('manifest.yml', /name: nodejs(\d+)\.x/g));
});

test.each(['README.md', 'docs/install.md', 'docs/hosting.md'])('%s names the same ones', (file) => {
  const [first, ...others] = majors;
  expect(read(file)).toContain(`${supported[0]}, ${others.join(' or ')}`);
  expect(supported[0]?.startsWith(`${first}.`)).toBe(true);
});
