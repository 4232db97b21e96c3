import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { findBrokenLinks } = require('../../scripts/docs/check-links.cjs') as {
  findBrokenLinks: (root: string) => string[];
};

describe('the links of the documents', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aside-links-'));
    mkdirSync(join(folder, 'docs'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it.each([
    '[file](docs/none.md)',
    '![picture](none.png)',
    '[anchor](docs/guide.md#nothing)',
    '[own anchor](#nothing)',
    '[titled](none.md "Title")',
    '<source srcset="none-dark.png">',
    '<img alt="" src="none.png">',
  ])('are told of where they lead nowhere: %s', (link) => {
    write('docs/guide.md', '# Guide\n');
    write('README.md', `# Title\n\n${link}\n`);
    expect(findBrokenLinks(folder)).toHaveLength(1);
  });

  it('are left alone where they lead somewhere, elsewhere, or stand in code', () => {
    write('docs/guide.md', '# Guide to `npm start`, and more\n\n## Twice\n\n## Twice\n');
    write(
      'README.md',
      '[a](docs/guide.md#guide-to-npm-start-and-more) [b](docs/guide.md#twice-1) [c](https://x.example/#y)\n',
    );
    write('docs/more.md', '[up](../README.md) [folder](../docs) `[no](none.md)`\n\n```\n[no](none.md)\n```\n');
    expect(findBrokenLinks(folder)).toEqual([]);
  });

  it('of this repository all lead somewhere, pictures too', () => {
    expect(findBrokenLinks(join(__dirname, '..', '..'))).toEqual([]);
  });
});
