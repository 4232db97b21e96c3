import { checkDocument } from '../../src/document/gate/check';

const doc = (...content: unknown[]) => ({ version: 1, type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const nested = (levels: number): unknown =>
  levels === 0 ? { type: 'text', text: 'x' } : { type: 'blockquote', content: [nested(levels - 1)] };

const objects = (levels: number): unknown => (levels === 0 ? 1 : { a: objects(levels - 1) });
const linked = (mark: object) => doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', ...mark }] }));

describe('the gate for documents', () => {
  it.each([
    ['the smallest document', doc()],
    [
      'a card of an old client',
      doc({ type: 'applicationCard', attrs: { title: { text: 'Build' }, link: { url: 'https://ci.example/1' } } }),
    ],
    [
      'a card with all that old clients put on one',
      doc({
        type: 'applicationCard',
        attrs: {
          ...{ text: 'Data: build 7', textUrl: '', link: { url: '' }, collapsible: true },
          title: { text: 'Build', user: { icon: { url: 'https://ci.example/u.png', label: 'CI' } } },
          ...{ description: { text: 'javascript: 12 files' }, background: { url: '' }, preview: { url: null } },
          details: [{ title: 'State', lozenge: { text: 'data: ok', appearance: 'success' }, badge: { value: 7 } }],
          context: { text: 'CI', icon: { url: 'https://ci.example/i.png', label: 'CI' } },
        },
      }),
    ],
    ['a text node with an empty content', doc(paragraph({ type: 'text', text: 'x', content: [] }))],
    ['a content that is null', doc({ type: 'rule', content: null })],
    ['media without attributes', doc({ type: 'mediaGroup', content: [{ type: 'media', attrs: {} }] })],
    ['marks and attributes that are null', doc(paragraph({ type: 'text', text: 'x', marks: null, attrs: null }))],
    ['an emoji outside the basic plane', doc(paragraph({ type: 'text', text: '👩‍💻' }))],
    ['32 levels', doc(nested(31))],
    ['a card without an address', doc({ type: 'applicationCard', attrs: { link: { url: '' }, title: { text: 'x' } } })],
    [
      'a name that only ends like one of an address',
      doc({ type: 'x', attrs: { curl: 'big', hourly: 'no', aurl: '/' } }),
    ],
    ['words that begin like an address', doc(paragraph({ type: 'text', text: 'javascript: the good parts' }))],
    ['words on a card', doc({ type: 'applicationCard', attrs: { title: { text: 'Data: 12 rows' } } })],
    [
      'attributes and marks on the root',
      { ...doc(), attrs: { a: [1, null] }, marks: [{ type: 'x' }], more: { b: 'c' } },
    ],
    ['32 levels in a member that nobody knows', doc({ type: 'x', more: objects(32) })],
  ])('lets pass: %s', (_, document) => {
    expect(checkDocument(document)).toBeNull();
  });

  it.each([
    ['no object', 'text', '', 'must be an ADF document, an object'],
    ['another root', { version: 1, type: 'paragraph', content: [] }, '/type', 'must be "doc"'],
    ['another version', { version: 2, type: 'doc', content: [] }, '/version', 'must be 1'],
    ['a root without content', { version: 1, type: 'doc' }, '/content', 'must be an array of nodes'],
    ['a node that is a text', doc('x'), '/content/0', 'must be a node, an object with a type'],
    [
      'a node without type',
      doc(paragraph({ text: 'x' })),
      '/content/0/content/0/type',
      'must be a text of 1 to 64 characters',
    ],
    ['a text node without text', doc(paragraph({ type: 'text' })), '/content/0/content/0/text', 'must be a text'],
    ['a document inside', doc(doc()), '/content/0/type', 'must not be "doc" inside a document'],
    [
      'a content that is a text',
      doc({ type: 'paragraph', content: 'x' }),
      '/content/0/content',
      'must be an array of nodes',
    ],
    [
      'marks that are no list',
      doc(paragraph({ type: 'text', text: 'x', marks: {} })),
      '/content/0/content/0/marks',
      'must be an array of marks',
    ],
    [
      'a heading of level 7',
      doc({ type: 'heading', attrs: { level: 7 } }),
      '/content/0/attrs/level',
      'must be a whole number from 1 to 6',
    ],
    [
      'a mention of nobody',
      doc(paragraph({ type: 'mention', attrs: {} })),
      '/content/0/content/0/attrs/id',
      'must be a text',
    ],
    [
      'the character U+0000',
      doc(paragraph({ type: 'text', text: 'a\u0000' })),
      '/content/0/content/0/text',
      'must not contain the character U+0000',
    ],
    [
      'half of a surrogate pair',
      doc(paragraph({ type: 'text', text: 'a\ud83d' })),
      '/content/0/content/0/text',
      'must be well-formed Unicode (it has half of a surrogate pair)',
    ],
    [
      'U+0000 in the name of an attribute',
      doc({ type: 'x', attrs: { 'a\u0000': 1 } }),
      '/content/0/attrs',
      'must not contain the character U+0000',
    ],
  ])('refuses with where and why: %s', (_, document, pointer, rule) => {
    expect(checkDocument(document)).toEqual({ kind: 'invalid', pointer, rule });
  });

  it.each([
    [
      'a link',
      doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })),
    ],
    [
      'a link in disguise',
      doc(
        paragraph({
          type: 'text',
          text: 'x',
          marks: [{ type: 'link', attrs: { href: ' \u0001jAva\tscript:alert(1)' } }],
        }),
      ),
    ],
    ['a card', doc(paragraph({ type: 'inlineCard', attrs: { url: 'vbscript:x' } }))],
    [
      'an unknown node, deep inside',
      doc({ type: 'applicationCard', attrs: { title: { user: { icon: { iconUrl: 'data:text/html,x' } } } } }),
    ],
    ['an address without scheme', doc(paragraph({ type: 'inlineCard', attrs: { url: '/relative' } }))],
    ['a link to nowhere', linked({ attrs: { href: '' } })],
    ['a link without attributes', linked({})],
    ['a member of a node', doc({ type: 'applicationCard', url: 'ftp://x', href: 'https://x' })],
    ['a member of a mark', linked({ attrs: { href: 'https://x' }, href: 'javascript:1' })],
    ['the attributes of the root', { ...doc(), attrs: { icon_uri: 'file:///x' } }],
  ])('refuses an address other than http, https and mailto in %s', (_, document) => {
    expect(checkDocument(document)).toMatchObject({
      kind: 'invalid',
      rule: 'must be an http, https or mailto address',
    });
  });

  it.each([
    ['a member of a node', doc({ type: 'x', go: 'javascript:1' }), '/content/0/go'],
    [
      'an attribute',
      doc({ type: 'blockCard', attrs: { data: { '@id': 'javascript:1' } } }),
      '/content/0/attrs/data/@id',
    ],
    ['a list', doc({ type: 'x', attrs: { image: ['a', ' JavaScript:1'] } }), '/content/0/attrs/image/1'],
    [
      'a member of a mark',
      linked({ attrs: { href: 'https://x' }, to: 'vbscript:1' }),
      '/content/0/content/0/marks/0/to',
    ],
    ['the root', { ...doc(), 'a/b': 'data:text/html,x' }, '/a~1b'],
    [
      'a mark of the root',
      { ...doc(), marks: [{ type: 'x', attrs: { link: 'java\tscript:1' } }] },
      '/marks/0/attrs/link',
    ],
  ])('refuses an address that runs or holds its own content, whatever the name, in %s', (_, document, pointer) => {
    const rule = 'must not be a javascript:, vbscript: or data: address';
    expect(checkDocument(document)).toEqual({ kind: 'invalid', pointer, rule });
  });

  it('holds every member of root, nodes and marks to the depth that is left', () => {
    for (const document of [
      { ...doc(), more: objects(33) },
      doc({ type: 'x', more: objects(33) }),
      doc({ type: 'x', content: [{ type: 'x', more: objects(32) }] }),
      linked({ attrs: { href: 'https://x' }, more: objects(200) }),
    ]) {
      expect(checkDocument(document)).toMatchObject({ kind: 'too-large', rule: 'must not nest any deeper' });
    }
  });

  it('calls too large what nests too deep, in nodes and in attributes, without end of stack', () => {
    expect(checkDocument(doc(nested(32)))).toMatchObject({ kind: 'too-large' });
    expect(checkDocument(doc(nested(5000)))).toMatchObject({ kind: 'too-large' });
    const attrs = JSON.parse(`${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}`);
    expect(checkDocument(doc({ type: 'x', attrs }))).toMatchObject({ kind: 'too-large' });
  });

  it('counts bytes of JSON, not characters', () => {
    const empty = JSON.stringify(doc(paragraph({ type: 'text', text: '' }))).length;
    const limits = { bytes: empty + 20, depth: 32 };
    expect(checkDocument(doc(paragraph({ type: 'text', text: 'é'.repeat(10) })), limits)).toBeNull();
    expect(checkDocument(doc(paragraph({ type: 'text', text: 'é'.repeat(11) })), limits)).toEqual({
      kind: 'too-large',
      pointer: '',
      rule: `must be at most ${empty + 20} bytes of JSON, it has ${empty + 22}`,
    });
  });
});
