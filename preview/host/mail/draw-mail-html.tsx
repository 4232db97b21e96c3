import React, { createElement, Fragment, type Key, type ReactNode } from 'react';
import { SiteLink } from '../links/site-link';

/** What is read of a parsed document: the part of `Node` that this needs, so that a test can hand in a tree of its own. */
export interface MailNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<MailNode>;
  readonly getAttribute?: (name: string) => string | null;
}

const plainTags = new Set(
  'b blockquote code div em h1 h2 h3 h4 h5 h6 i li ol p pre s small span strong table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const silentTags = new Set([
  'head',
  'iframe',
  'math',
  'noscript',
  'object',
  'script',
  'style',
  'svg',
  'template',
  'title',
]);

/**
 * Draws a mail's HTML as a careful mail client does: words and their order, links within and out of the preview; no
 * script, no style, no form, and no picture from anywhere, but its text in its place.
 */
export function drawMailNodes(nodes: ArrayLike<MailNode>): ReactNode[] {
  return Array.from(nodes, (node, index) => drawNode(node, index));
}

function drawNode(node: MailNode, key: Key): ReactNode {
  const isText = node.nodeType === 3;
  if (isText) return node.nodeValue;
  const isElement = node.nodeType === 1;
  const name = node.nodeName.toLowerCase();
  if (!isElement || silentTags.has(name)) return null;
  if (name === 'br' || name === 'hr') return createElement(name, { key });
  if (name === 'img') return <Fragment key={key}>{node.getAttribute?.('alt') ?? ''}</Fragment>;
  const children = drawMailNodes(node.childNodes);
  if (name === 'a') {
    return (
      <SiteLink key={key} href={node.getAttribute?.('href')}>
        {children}
      </SiteLink>
    );
  }
  // Between the parts of a table React allows no text, and a mail has line breaks there.
  const inside = ['table', 'tbody', 'thead', 'tr'].includes(name)
    ? children.filter((it) => typeof it !== 'string')
    : children;
  return plainTags.has(name) ? createElement(name, { key }, ...inside) : <Fragment key={key}>{inside}</Fragment>;
}
