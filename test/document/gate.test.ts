import { textToDocument } from '../../src/document/from-text';
import { checkDocument } from '../../src/document/gate/check';
import { linkOutside } from '../../src/document/link-outside';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { isSafeLink } from '../../src/document/safe-link';
import { drawsNothing, saysNothing } from '../../src/document/says-nothing';
import type { AdfDocument, AdfNode } from '../../src/document/types';
import fc from '../shared/random/fast-check';

const doc = (...content: AdfNode[]): AdfDocument => ({ version: 1, type: 'doc', content });
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const text = (words: string): AdfNode => ({ type: 'text', text: words });
const link = (href: string, words = href) => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});

describe('an address', () => {
  it('is refused with a character in its scheme that nobody sees, in links, cards and whatever else holds one', () => {
    const unseen = fc.constantFrom(...'\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u2060\u2063\u3164\ufe0f\ufeff');
    const scheme = fc.constantFrom('http', 'https', 'mailto', 'javascript', 'data', 'vbscript');
    fc.assert(
      fc.property(unseen, scheme, fc.nat(10), (character, name, at) => {
        const place = at % (name.length + 1);
        const href = `${name.slice(0, place)}${character}${name.slice(place)}://a.b`;
        expect(isSafeLink(href)).toBe(false);
        for (const node of [paragraph(link(href, 'x')), { type: 'inlineCard', attrs: { url: href } }]) {
          expect(checkDocument(doc(node))).toMatchObject({ kind: 'invalid' });
        }
        const isOwn = ['javascript', 'data', 'vbscript'].includes(name);
        expect(checkDocument(doc({ type: 'x', attrs: { go: href } })) !== null).toBe(isOwn);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['orderedList', 'order'],
    ['tableCell', 'colspan'],
    ['tableHeader', 'rowspan'],
    ['heading', 'level'],
    ['media', 'width'],
  ])('of %s are whole: %s', (type, name) => {
    const check = (value: unknown) => checkDocument(doc({ type, attrs: { [name]: value } }));
    expect(check(1)).toBeNull();
    for (const value of [1.5, -1, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 53, '1']) {
      expect(check(value)).toMatchObject({ kind: 'invalid', pointer: `/content/0/attrs/${name}` });
    }
  });

  it('are finite wherever they stand', () => {
    for (const node of [
      { type: 'x', attrs: { a: [{ b: Number.POSITIVE_INFINITY }] } },
      { type: 'x', more: JSON.parse('-1e400') },
    ] as AdfNode[]) {
      expect(checkDocument(doc(node))).toMatchObject({ kind: 'invalid', rule: 'must be a finite number' });
    }
    expect(checkDocument(doc({ type: 'layoutColumn', attrs: { width: 33.3 } }))).toBeNull();
  });
});

it('a refusal names a member of any length in a line', () => {
  const problem = checkDocument(doc({ type: 'x', attrs: { [`${'n'.repeat(300_000)}😀url`]: 'ftp://x' } }));
  expect(problem?.kind).toBe('invalid');
  expect(problem?.pointer.length).toBeLessThan(120);
});

describe('what a browser would fetch from elsewhere', () => {
  const picture = (url: string, more: object = {}): AdfNode => ({
    type: 'media',
    attrs: { type: 'external', url, ...more },
  });
  const frame = (...content: AdfNode[]): AdfNode => ({ type: 'mediaSingle', attrs: { layout: 'center' }, content });

  it.each([
    ['a picture', frame(picture('https://a.b/p.png')), [paragraph(link('https://a.b/p.png'))]],
    [
      'a picture with words',
      frame(picture('https://a.b/p.png', { alt: 'A cat' })),
      [paragraph(link('https://a.b/p.png', 'A cat'))],
    ],
    [
      'a picture with a caption',
      frame(picture('https://a.b/p.png'), { type: 'caption', content: [text('Mine')] }),
      [paragraph(link('https://a.b/p.png')), paragraph(text('Mine'))],
    ],
    [
      'a picture within a link',
      {
        ...frame(picture('https://a.b/p.png', { alt: 'A cat' })),
        marks: [{ type: 'link', attrs: { href: 'https://c.d' } }],
      },
      [paragraph(link('https://c.d', 'A cat'), text(' '), link('https://a.b/p.png'))],
    ],
    ['a page', { type: 'embedCard', attrs: { url: 'https://a.b', layout: 'wide' } }, [paragraph(link('https://a.b'))]],
  ] as const)('becomes a link: %s', (_, node, expected) => {
    expect(linkOutside(doc(node))).toEqual(doc(...expected));
  });

  it('is nowhere left, in any nesting, and all else stays', () => {
    const { node } = fc.letrec<{ node: AdfNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<AdfNode>(picture('https://a.b/p.png'), text('x'), { type: 'rule' }),
        fc.constantFrom<AdfNode>(
          { type: 'embedCard', attrs: { url: 'https://a.b' } },
          { type: 'media', attrs: { id: 'i' } },
        ),
        fc.record({
          type: fc.constantFrom(
            'mediaSingle',
            'mediaGroup',
            'paragraph',
            'panel',
            'tableCell',
            'listItem',
            'expand',
            'x',
          ),
          content: fc.array(tie('node'), { maxLength: 3 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node), (content) => {
        const json = JSON.stringify(linkOutside(doc(...content)));
        expect(json).not.toMatch(/"external"|embedCard/);
        expect(json.match(/"type":"rule"|"id":"i"/g)?.length).toBe(
          JSON.stringify(content).match(/"type":"rule"|"id":"i"/g)?.length,
        );
      }),
    );
  });

  it('leaves a document without any as it is', () => {
    const document = doc(
      frame({ type: 'media', attrs: { type: 'file', id: 'i', collection: 'c' } }),
      paragraph(link('https://a.b')),
    );
    expect(linkOutside(document)).toBe(document);
  });

  it('stays words where an older address is none that may be a link', () => {
    expect(linkOutside(doc(picture('https\u200b://a.b')))).toEqual(doc(paragraph(text('https\u200b://a.b'))));
  });
});

describe('a message of nothing visible', () => {
  const unseen = [
    '',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u2800',
    '\u200b',
    '\u3164',
    '\u00ad',
    '\u2060',
    '\ufeff',
    '\u115f',
    '\u202e',
    '\u{e0041}',
  ];
  const blank = fc.array(fc.constantFrom(...unseen), { maxLength: 5 }).map((all) => all.join(''));

  it('says nothing as Markdown, with whatever marks around it', () => {
    const signs = fc.constantFrom(
      ...[
        '@',
        '```\n@\n```',
        '~~~\n@\n~~~',
        '```',
        '~~~~~',
        '> @',
        '- @',
        '* @',
        '# @',
        '#',
        '[@]()',
        '[@](<>)',
        '![@]( )',
        '![@](<>)',
      ],
      ...['| @ |\n|---|', '| @ | @ |\n|---|---|\n| @ |', '- > - @', '1. @'],
    );
    fc.assert(
      fc.property(signs, blank, (sign, inside) => {
        const markdown = sign.replaceAll('@', inside.replaceAll('\n', ' '));
        const isNumber = sign.startsWith('1');
        expect([markdown, saysNothing(markdownToDocument(markdown))]).toEqual([markdown, !isNumber]);
      }),
    );
  });

  it('says nothing as plain text', () => {
    fc.assert(fc.property(blank, (typed) => expect(saysNothing(textToDocument(typed))).toBe(true)));
    for (const typed of ['```', '[]()', '![]()']) expect(saysNothing(textToDocument(typed))).toBe(true);
  });

  it.each([
    'a',
    '.',
    '-',
    '1.',
    '**',
    '[x]()',
    '[](https://a.b)',
    '---',
    '[~accountid:x]',
    '👍',
    '`\u2063x`',
    '<b>',
    '```ts\n```',
  ])('is not: %s', (typed) => {
    expect(saysNothing(textToDocument(typed))).toBe(false);
    if (!['-', '1.'].includes(typed)) expect(saysNothing(markdownToDocument(typed))).toBe(false);
  });

  it('draws nothing as a document only where no node of it does', () => {
    const nothing = [
      paragraph(),
      paragraph(text('\u200b')),
      { type: 'heading', content: [text(' ')] },
      paragraph({ type: 'hardBreak' }),
    ];
    expect(drawsNothing(doc(...nothing))).toBe(true);
    for (const node of [
      { type: 'rule' },
      { type: 'codeBlock' },
      { type: 'media', attrs: {} },
      { type: 'novelty' },
      paragraph(text('x')),
    ]) {
      expect(drawsNothing(doc(...nothing, node))).toBe(false);
    }
  });
});
