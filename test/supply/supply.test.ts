interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Only builds and tests, and is in nothing that is handed on. */
  readonly isTool: boolean;
}
const { isAllowed, listPackages, tools } = require('../../scripts/supply/licences.cjs') as {
  isAllowed(one: Package): boolean;
  listPackages(): Package[];
  readonly tools: ReadonlyMap<string, string>;
};
const { listImages } = require('../../scripts/supply/images.cjs') as {
  listImages(): { readonly file: string; readonly image: string }[];
};

const all = listPackages();

test('every package of the lockfile has a licence that lets this product use it', () => {
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((one) => !isAllowed(one))).toEqual([]);
});

test.each([
  ['one that asks for the source', 'GPL-3.0-only', true, false],
  ['one of alternatives', '(MIT OR GPL-3.0-or-later)', false, true],
  ['one of two that both hold', 'MIT AND GPL-3.0-only', true, false],
  ['none', 'none', true, false],
  ['what only builds, under terms of its own', 'SEE LICENSE IN LICENSE.txt', true, false],
])('%s is judged', (_, licence, isTool, allowed) => {
  expect(isAllowed({ name: 'some-package', version: '1.0.0', licence, isTool })).toBe(allowed);
});

test('an exception holds for what builds, and not for what is handed on', () => {
  const forge = { name: '@forge/api', version: '1.0.0', licence: 'SEE LICENSE IN LICENSE.txt' };
  expect(isAllowed({ ...forge, isTool: true })).toBe(true);
  expect(isAllowed({ ...forge, isTool: false })).toBe(false);
  for (const name of tools.keys()) expect(all.map((one) => one.name)).toContain(name);
});

test('every image is named by a version at least, and told with whether a digest pins it', () => {
  const images = listImages();
  expect(images.map(({ file }) => file)).toEqual(expect.arrayContaining(['Dockerfile', 'compose.yaml']));
  for (const { image } of images) expect(image).toMatch(/:\d+/);
});
