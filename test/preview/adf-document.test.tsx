import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { AdfDocument } from '../../preview/host/adf/adf-document';
import { PeopleContext } from '../../preview/host/session/people-context';

const bob = {
  handle: 'bob',
  accountId: '557058:b',
  accountType: 'atlassian',
  displayName: 'Bob Brandt',
  active: true,
  isAdmin: false,
  canSignIn: true,
  avatarUrl: '/avatar/bob.svg',
} as const;

const draw = (...content: unknown[]): string =>
  renderToStaticMarkup(
    <PeopleContext.Provider value={[bob]}>
      <AdfDocument document={{ version: 1, type: 'doc', content }} />
    </PeopleContext.Provider>,
  ).replace(/^<div class="adf">|<\/div>$|<\/?span>/g, '');
const text = (value: string, ...marks: object[]): object => ({ type: 'text', text: value, marks });
const paragraph = (...content: object[]): object => ({ type: 'paragraph', content });

describe('drawing a document', () => {
  it('draws marks around their text', () => {
    expect(draw(paragraph(text('a', { type: 'strong' }, { type: 'em' }), text('b', { type: 'code' })))).toBe(
      '<p><strong><em>a</em></strong><code class="inline-code">b</code></p>',
    );
  });

  it('links to http, https and mailto only, in marks and in cards', () => {
    const link = (href: string) => draw(paragraph(text('x', { type: 'link', attrs: { href } })));
    expect(link('https://a.example')).toContain('<a href="https://a.example"');
    expect(link('javascript:alert(1)')).toBe('<p>x</p>');
    expect(draw(paragraph({ type: 'inlineCard', attrs: { url: 'javascript:alert(1)' } }))).not.toContain('href');
  });

  it('draws lists, headings, quotes, code and tables', () => {
    const item = { type: 'listItem', content: [paragraph(text('one'))] };
    expect(draw({ type: 'bulletList', content: [item] })).toBe('<ul><li><p>one</p></li></ul>');
    expect(draw({ type: 'orderedList', attrs: { order: 3 }, content: [item] })).toContain('<ol start="3">');
    expect(draw({ type: 'heading', attrs: { level: 2 }, content: [text('h')] })).toBe('<h2>h</h2>');
    expect(draw({ type: 'heading', attrs: { level: 'script' }, content: [text('h')] })).toBe('<h3>h</h3>');
    expect(draw({ type: 'codeBlock', content: [text('let a')] })).toContain('<code>let a</code>');
    const cell = { type: 'tableCell', content: [paragraph(text('c'))] };
    expect(draw({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] })).toBe(
      '<table><tbody><tr><td><p>c</p></td></tr></tbody></table>',
    );
  });

  it('names a mentioned person as they are called now', () => {
    const mention = (id: string) => draw(paragraph({ type: 'mention', attrs: { id, text: '@Old Name' } }));
    expect(mention('557058:b')).toContain('@Bob Brandt');
    expect(mention('557058:gone')).toContain('@Old Name');
  });

  it('shows unknown nodes as their text', () => {
    expect(draw({ type: 'applicationCard', attrs: { text: 'A card' } })).toContain('A card');
    expect(draw({ type: 'novelty', content: [paragraph(text('inside'))] })).toContain('<p>inside</p>');
  });

  it('survives what loose clients send', () => {
    expect(draw({ type: 'paragraph', content: null }, { type: 'text', text: 'x', content: [], marks: null })).toBe(
      '<p></p>x',
    );
    expect(renderToStaticMarkup(<AdfDocument document={null} />)).toBe('<div class="adf"></div>');
  });

  it('fetches nothing from elsewhere, whatever an older message holds', () => {
    const url = 'https://tracker.example/p.png';
    const picture = { type: 'media', attrs: { type: 'external', url, alt: 'A cat' } };
    const nodes = [
      { type: 'mediaSingle', content: [picture] },
      { type: 'mediaGroup', content: [picture] },
      { type: 'embedCard', attrs: { url, layout: 'wide' } },
      { type: 'blockCard', attrs: { url } },
      {
        type: 'applicationCard',
        attrs: { text: 'A card', title: { text: 'A card', user: { icon: { url } } }, preview: { url } },
      },
      { type: 'emoji', attrs: { shortName: ':x:', id: url } },
      { type: 'panel', attrs: { panelType: 'custom', panelIcon: url, panelColor: `url(${url})` }, content: [] },
      paragraph(text('x', { type: 'textColor', attrs: { color: `url(${url})` } })),
    ];
    const drawn = draw(...nodes);
    expect(drawn).not.toMatch(/<(img|iframe|video|audio|object|embed|link|script)\b|\bsrc(set)?=|url\(/i);
    expect(drawn).toContain('A cat');
  });
});
