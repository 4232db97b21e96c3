/** A node of a ForgeDoc, the tree that @forge/react sends to its host at each commit. Text is `String` with `props.text`. */
export interface ForgeNode {
  readonly type: string;
  readonly key: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeNode[];
}

/**
 * Copies the tree. @forge/react changes the same objects at every commit, so that React would otherwise see no change.
 * The objects come out of the view's frame, hence of another realm: nothing here may rely on `instanceof`.
 * Functions in props are kept as they are; calling them calls into the view.
 */
export function copyForgeDoc(value: unknown): ForgeNode {
  const node = value as Partial<Record<keyof ForgeNode, unknown>>;
  const children = Array.isArray(node.children) ? node.children : [];
  return {
    type: String(node.type),
    key: String(node.key),
    props: { ...(node.props as Record<string, unknown> | undefined) },
    children: children.map(copyForgeDoc),
  };
}

/** The children of the slot of this name: components with several places for content wrap each in a ContentWrapper. */
export function findSlot(node: ForgeNode, name: string): readonly ForgeNode[] {
  return node.children.find((child) => child.type === 'ContentWrapper' && child.props['name'] === name)?.children ?? [];
}
