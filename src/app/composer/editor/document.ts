import type { Node } from 'prosemirror-model';
import type { AdfDocument, AdfMark, AdfNode } from '../../../document/types';
import { schema } from './schema';

/** What the editor holds, as a document without the members that are the editor's own or say nothing. */
export function toDocument(node: Node): AdfDocument {
  const { content } = tidy(node.toJSON() as AdfNode);
  const isEmpty =
    node.childCount === 1 && node.firstChild?.type.name === 'paragraph' && node.firstChild.childCount === 0;
  return { version: 1, type: 'doc', content: isEmpty ? [] : (content ?? []) };
}

/** A document for the editor; null where the editor would lose any of it. */
export function fromDocument(document: AdfDocument): Node | null {
  if (document.content.length === 0) return schema.topNodeType.createAndFill();
  try {
    const node = schema.nodeFromJSON(withoutNull(document));
    node.check();
    return canonical(tidy(node.toJSON() as AdfNode)) === canonical(tidy(document)) ? node : null;
  } catch {
    // What the schema does not know, or does not allow there.
    return null;
  }
}

/** Clients write null for what is not there; ProseMirror takes it for a value. */
function withoutNull({ content, marks, attrs, ...node }: AdfNode): AdfNode {
  return {
    ...node,
    ...(attrs == null ? {} : { attrs }),
    ...(marks == null
      ? {}
      : { marks: marks.map(({ type, attrs: of }) => (of == null ? { type } : { type, attrs: of })) }),
    ...(content == null ? {} : { content: content.map(withoutNull) }),
  };
}

function tidy(node: AdfNode): AdfNode {
  const attrs = tidyAttributes(node.type, node.attrs);
  const content = mergeTexts((node.content ?? []).map(tidy));
  const marks = (node.marks ?? []).map(tidyMark);
  return {
    type: node.type,
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(attrs === null ? {} : { attrs }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(content.length === 0 ? {} : { content }),
  };
}

function tidyMark({ type, attrs }: AdfMark): AdfMark {
  const rest = tidyAttributes(type, attrs);
  return rest === null ? { type } : { type, attrs: rest };
}

/** What ProseMirror writes where a document says nothing, by node. */
const unsaid: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  hardBreak: { text: '\n' },
  codeBlock: { wrap: false, hideLineNumbers: false },
  table: { isNumberColumnEnabled: false, layout: 'default' },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
};

function tidyAttributes(type: string, attrs: AdfNode['attrs']): Record<string, unknown> | null {
  const silent = Object.hasOwn(unsaid, type) ? unsaid[type] : undefined;
  const said = Object.entries(attrs ?? {}).filter(([name, value]) => {
    if (name.startsWith('__') || value === null || value === undefined || value === '') return false;
    return silent === undefined || !Object.hasOwn(silent, name) || silent[name] !== value;
  });
  return said.length === 0 ? null : Object.fromEntries(said);
}

/** ProseMirror joins neighbours of the same marks, which says the same. */
function mergeTexts(nodes: readonly AdfNode[]): AdfNode[] {
  const merged: AdfNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last?.type === 'text' && node.type === 'text' && canonical(last.marks) === canonical(node.marks)) {
      merged[merged.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

/** JSON with members and marks in one order; a list begins at 1 where nothing is said. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => {
    if (Array.isArray(inner)) return name === 'marks' ? inner.toSorted(byType) : inner;
    if (typeof inner !== 'object' || inner === null) return inner;
    const said = Object.entries(inner).filter(([member, it]) => !isFirst(member, it));
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isFirst(member: string, value: unknown): boolean {
  if (member !== 'attrs' || typeof value !== 'object' || value === null) return member === 'order' && value === 1;
  return Object.entries(value).every(([name, it]) => name === 'order' && it === 1);
}

function byType(left: { readonly type?: unknown }, right: { readonly type?: unknown }): number {
  return String(left.type) < String(right.type) ? -1 : 1;
}
