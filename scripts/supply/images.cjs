/**
 * The images that this product is built from and runs beside, and whether a digest pins each, as
 * `node:22-bookworm-slim@sha256:…`. `npm run images` prints them, and ends with 1 where one is not pinned.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** @returns {{ file: string, image: string, isPinned: boolean }[]} */
function listImages(root = join(__dirname, '../..')) {
  const read = (file, pattern) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, image]) => image);
  return [
    ...read('Dockerfile', /^FROM (\S+)/gm).map((image) => ({ file: 'Dockerfile', image })),
    ...read('compose.yaml', /^\s*image: (\S+)/gm).map((image) => ({ file: 'compose.yaml', image })),
  ].map((one) => ({ ...one, isPinned: /@sha256:[0-9a-f]{64}$/.test(one.image) }));
}

function main() {
  const images = listImages();
  for (const { file, image, isPinned } of images) {
    process.stdout.write(`${isPinned ? 'pinned' : 'NOT PINNED'}  ${image}  (${file})\n`);
  }
  process.exitCode = images.every(({ isPinned }) => isPinned) ? 0 : 1;
}

module.exports = { listImages };
if (require.main === module) main();
