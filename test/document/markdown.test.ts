import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv from 'ajv-draft-04';
import { checkDocument } from '../../src/document/gate/check';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../src/document/markdown/to-markdown';
import { documentToText } from '../../src/document/to-text';
import type { AdfNode } from '../../src/document/types';
import fc from '../shared/random/fast-check';

const passesAtlassiansSchema = new Ajv({ strict: false }).compile(fullSchema);

function languagesOf(nodes: readonly AdfNode[] = []): unknown[] {
  return nodes.flatMap(({ attrs, content }) => [attrs?.['language'] ?? '', ...languagesOf(content ?? [])]);
}

/** Everything that people type, and where Markdown and ADF disagree. */
const samples: readonly string[] = [
  'Can you look at the login page?',
  '# Hi *you*\n\nCan **you** look at `login` ~~page~~ [x](https://a.b/c) <b>raw</b> & &amp; \\*no\\*\nsecond line',
  '- a\n  - b\n- [ ] task\n1. one\n2. two',
  '> quote\n> - in\n> > deep\n> # heading\n>\n> ---\n>\n> | a | b |\n> |---|---|\n> | 1 | 2 |',
  '```ts\nlet a = 1\n```\n---\n| a | b |\n|---|---|\n| 1 | **2** |',
  '- # h\n- > q\n- ---\n- \n- ```\n  code\n  ```\n- | a |\n  |---|\n  | 1 |',
  '![alt](https://x.y/z.png) [bad](javascript:alert(1)) [r](/rel) https://auto.link foo@bar.com [](https://a.b)',
  '[~accountid:557058:0af0d89e-1] **[~accountid:x]** `[~accountid:y]`',
  '**`c`** [`d`](https://a.b) **a *b* c** d ***x*** **a **b** c**',
  '3) x\n4) y\n\n    code\n    more',
  'x\n---\ny',
  '[a]: https://b.c\n\n[a]',
  '```\n```',
  '~~~~word',
  '```a title\ncode\n```',
  '',
];

describe('Markdown in', () => {
  it.each(samples)('gives a document that our gate and the schema of Atlassian accept: %j', (markdown) => {
    const document = markdownToDocument(markdown);
    expect(checkDocument(document)).toBeNull();
    expect(passesAtlassiansSchema(document) ? [] : passesAtlassiansSchema.errors).toEqual([]);
  });

  it('keeps HTML, entities and link definitions as they were typed', () => {
    const text = (markdown: string) => documentToText(markdownToDocument(markdown));
    expect(text('use <Button> & &amp;')).toBe('use <Button> & &amp;');
    expect(text('<div>\nwords\n</div>')).toBe('<div>\nwords\n</div>');
    expect(text('[a]: https://b.c')).toBe('[a]: https://b.c');
  });

  it('keeps the end of a line, which people press Enter for', () => {
    expect(markdownToDocument('a\nb').content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
      },
    ]);
  });

  it('makes no link of an address that runs code or leads nowhere', () => {
    for (const markdown of [
      '[x](javascript:alert(1))',
      '[x](JaVa\u0000Script:alert(1))',
      '[x](data:text/html,y)',
      '[x](/rel)',
    ]) {
      expect(JSON.stringify(markdownToDocument(markdown))).not.toContain('"link"');
    }
  });

  it('turns Jira’s own way to write a mention into one, except in code', () => {
    const [paragraph] = markdownToDocument('[~accountid:557058:a-b] and `[~accountid:x]`').content;
    expect(paragraph?.content).toEqual([
      { type: 'mention', attrs: { id: '557058:a-b' } },
      { type: 'text', text: ' and ' },
      { type: 'text', text: '[~accountid:x]', marks: [{ type: 'code' }] },
    ]);
  });

  it('keeps as typed what nests deeper than a document may', () => {
    const markdown = `${'>'.repeat(200)}x`;
    expect(documentToText(markdownToDocument(markdown))).toBe(markdown);
    const list = Array.from({ length: 40 }, (_, level) => `${' '.repeat(2 * level)}- x`).join('\n');
    expect(checkDocument(markdownToDocument(list))).toBeNull();
    expect(documentToText(markdownToDocument(list)).match(/x/g)).toHaveLength(40);
  });

  it('does not take long over a text that would grow a thousandfold', () => {
    const address = `http://x/${'y'.repeat(31_000)}`;
    const markdown = `[${'*a*b'.repeat(8200)}](${address})`;
    const document = markdownToDocument(markdown);
    expect(JSON.stringify(document).length).toBeLessThan(2 * markdown.length);
    expect(documentToText(document)).toBe(markdown);
  });

  it('never loses a word, whatever the marks around it', () => {
    const piece = fc.constantFrom(
      'word',
      '**',
      '*',
      '_',
      '`',
      '~~',
      '[',
      '](https://a.b)',
      ']',
      '<b>',
      '> ',
      '- ',
      '1. ',
      '# ',
      '\n',
      '\n\n',
      '    ',
      '|',
      '---',
      '```\n',
      '\\',
      '!',
      '&amp;',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        const document = markdownToDocument(markdown);
        expect(checkDocument(document)).toBeNull();
        expect(passesAtlassiansSchema(document) ? [] : passesAtlassiansSchema.errors).toEqual([]);
        // The word behind a fence names the language of its code.
        const kept = documentToText(document) + languagesOf(document.content).join('');
        expect(kept.match(/word/g)?.length).toBe(markdown.match(/word/g)?.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Markdown out, for an author to edit', () => {
  it.each(samples)('gives the same document back: %j', (markdown) => {
    const document = markdownToDocument(markdown);
    const edited = documentToMarkdown(document);
    expect(edited).not.toBeNull();
    expect(markdownToDocument(edited ?? '')).toEqual(document);
  });

  it('leaves text as it is where nothing in it reads as Markdown', () => {
    for (const text of ['5 * 3 = 15', 'snake_case_name', '+1', 'a|b', 'x < y > z']) {
      expect(documentToMarkdown(markdownToDocument(text))).toBe(text);
    }
  });

  it('escapes text that would read as Markdown', () => {
    const document = {
      version: 1 as const,
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '**not strong** and 1. not a list' }] }],
    };
    expect(documentToMarkdown(document)).toBe('\\*\\*not strong\\*\\* and 1. not a list');
  });

  it('does not depend on the order of members, which a database may change', () => {
    const document = markdownToDocument('[x](https://a.b)\n\n```ts\na\n```');
    const reversed = JSON.parse(JSON.stringify(document), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(documentToMarkdown(reversed)).toBe('[x](https://a.b)\n\n```ts\na\n```');
  });

  it('says null of what Markdown cannot hold', () => {
    const panel = { type: 'panel', attrs: { panelType: 'info' }, content: [{ type: 'paragraph', content: [] }] };
    expect(documentToMarkdown({ version: 1, type: 'doc', content: [panel] })).toBeNull();
  });
});
