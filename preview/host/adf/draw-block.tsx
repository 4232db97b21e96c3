import React, { createElement, type Key, type ReactNode } from 'react';
import { documentToText } from '../../../src/document/to-text';
import type { AdfNode } from '../../../src/document/types';
import { contentOf, drawInline, isInline } from './draw-inline';

type DrawBlock = (node: AdfNode, inside: ReactNode, key: Key) => ReactNode;

const tag =
  (name: string, className?: string): DrawBlock =>
  (_node, inside, key) =>
    createElement(name, { key, className }, inside);

const panelTypes = ['info', 'note', 'success', 'warning', 'error'];

const blocks: ReadonlyMap<string, DrawBlock> = new Map<string, DrawBlock>([
  ['paragraph', tag('p')],
  ['bulletList', tag('ul')],
  ['listItem', tag('li')],
  ['blockquote', tag('blockquote')],
  ['tableRow', tag('tr')],
  ['tableHeader', tag('th')],
  ['tableCell', tag('td')],
  ['decisionList', tag('ul', 'adf-decisions')],
  ['decisionItem', tag('li')],
  ['taskList', tag('ul', 'adf-tasks')],
  ['mediaGroup', tag('div', 'adf-media')],
  ['rule', (_node, _inside, key) => <hr key={key} />],
  ['heading', (node, inside, key) => createElement(`h${headingLevel(node)}`, { key }, inside)],
  [
    'orderedList',
    (node, inside, key) => (
      <ol key={key} start={Number(node.attrs?.['order'] ?? 1)}>
        {inside}
      </ol>
    ),
  ],
  [
    'codeBlock',
    (_node, inside, key) => (
      <pre key={key} className="code-block">
        <code>{inside}</code>
      </pre>
    ),
  ],
  [
    'panel',
    (node, inside, key) => {
      const type = String(node.attrs?.['panelType'] ?? 'info');
      return (
        <div key={key} className={`adf-panel adf-panel-${panelTypes.includes(type) ? type : 'info'}`}>
          {inside}
        </div>
      );
    },
  ],
  [
    'table',
    (_node, inside, key) => (
      <table key={key}>
        <tbody>{inside}</tbody>
      </table>
    ),
  ],
  [
    'taskItem',
    (node, inside, key) => (
      <li key={key}>
        <input type="checkbox" checked={node.attrs?.['state'] === 'DONE'} readOnly tabIndex={-1} /> {inside}
      </li>
    ),
  ],
]);

function headingLevel(node: AdfNode): number {
  const level = Number(node.attrs?.['level']);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 3;
}

/** A block or, where a document is loose, an inline node in a block's place. An unknown one shows what it holds. */
export function drawBlock(node: AdfNode, key: Key): ReactNode {
  if (isInline(node)) return drawInline(node, key);
  const inside = contentOf(node).map(drawBlock);
  const draw = blocks.get(node.type);
  if (draw !== undefined) return draw(node, inside, key);
  return (
    <div key={key} className="adf-unknown">
      {inside.length > 0 ? inside : documentToText({ version: 1, type: 'doc', content: [{ ...node, content: [] }] })}
    </div>
  );
}
