/** What the reconciler draws: a tree of named components with props that may hold functions. */
export interface HostNode {
  readonly type: string;
  /** Stays the same for as long as the component does. */
  readonly key: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly HostNode[];
}

/** A node and all that lies in it. */
export function flatten(node: HostNode): HostNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

/** The texts of a node and of what lies in it, also those that components take as props. */
export function readText(node: HostNode): string {
  const own = ['text', 'header', 'description', 'title', 'label']
    .map((name) => (node.type === 'Icon' ? undefined : node.props[name]))
    .filter((value): value is string => typeof value === 'string' && value !== '');
  const document = node.type === 'AdfRenderer' ? [readDocument(node.props['document'])] : [];
  return [...own, ...document, ...node.children.map(readText)].filter((text) => text !== '').join('\n');
}

function readDocument(document: unknown): string {
  return [...JSON.stringify(document).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('');
}
