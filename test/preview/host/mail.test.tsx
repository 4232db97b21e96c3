import React, { type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { findPath } from '../../../preview/host/links/find-href';
import { SiteLinksContext } from '../../../preview/host/links/site-links';
import { drawMailNodes, type MailNode } from '../../../preview/host/mail/draw-mail-html';
import { linkAddresses } from '../../../preview/host/mail/mail-body';
import { aBoot } from './builders';

const words = (nodeValue: string): MailNode => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] });
const element = (name: string, attributes: Record<string, string>, ...children: (MailNode | string)[]): MailNode => ({
  nodeType: 1,
  nodeName: name.toUpperCase(),
  nodeValue: null,
  childNodes: children.map((child) => (typeof child === 'string' ? words(child) : child)),
  getAttribute: (attribute) => attributes[attribute] ?? null,
});

const links = { find: (href: unknown) => findPath(aBoot(), href), goTo: () => {}, forNewTab: (href: string) => href };
const html = (content: ReactNode): string =>
  renderToStaticMarkup(<SiteLinksContext.Provider value={links}>{content}</SiteLinksContext.Provider>);
const draw = (...nodes: MailNode[]): string => html(drawMailNodes(nodes));

describe('a mail in the preview', () => {
  it('keeps its words and their order', () => {
    const list = element('ul', {}, element('li', {}, 'one'), element('li', {}, element('b', {}, 'two')));
    expect(draw(element('p', {}, 'Hello', element('br', {}), 'Bob'), list)).toBe(
      '<p>Hello<br/>Bob</p><ul><li>one</li><li><b>two</b></li></ul>',
    );
  });

  it('leads into the preview where it leads to the site', () => {
    const address = 'https://paper-boat.atlassian.net/jira/apps/app/env?conversation=c';
    expect(draw(element('a', { href: address }, 'Open'))).toBe('<a href="/jira/apps/app/env?conversation=c">Open</a>');
  });

  it('runs nothing and loads nothing', () => {
    const drawn = draw(
      element('script', {}, 'alert(1)'),
      element('style', {}, 'p { background: url(https://evil.example) }'),
      element('img', { src: 'https://evil.example/pixel', alt: 'A picture', onerror: 'alert(1)' }),
      element('iframe', { src: 'https://evil.example' }, 'frame'),
      element('p', { style: 'position:fixed', onclick: 'alert(1)' }, 'words'),
      element('a', { href: 'javascript:alert(1)' }, 'a link'),
      element('form', { action: 'https://evil.example' }, 'a form'),
    );
    expect(drawn).toBe('A picture<p>words</p>a linka form');
  });

  it('makes links of the addresses in a text, without what ends the sentence', () => {
    expect(html(linkAddresses('See https://paper-boat.atlassian.net/browse/WEB-1. Bye'))).toBe(
      'See <a href="/browse/WEB-1">https://paper-boat.atlassian.net/browse/WEB-1</a>. Bye',
    );
    expect(html(linkAddresses('No address <b>here</b>'))).toBe('No address &lt;b&gt;here&lt;/b&gt;');
  });
});
