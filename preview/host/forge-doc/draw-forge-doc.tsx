import React, { type ReactElement, useMemo } from 'react';
import { components } from './components';
import { declaredProps } from './declared-props';
import { DrawContext } from './nodes/component-props';
import { elementToNodes, holdsElements } from './nodes/element-to-nodes';
import type { ForgeNode } from './nodes/forge-node';
import { NotDrawn } from './nodes/not-drawn';
import { wrapHandler } from './nodes/reduce-event';

/** Draws what a view has sent. `root` is the copy of its ForgeDoc. */
export function ForgeDoc({ root }: { readonly root: ForgeNode }): ReactElement {
  return <DrawContext.Provider value={drawNodes}>{drawNodes(root.children)}</DrawContext.Provider>;
}

function drawNodes(nodes: readonly ForgeNode[]): ReactElement[] {
  return nodes.map((node) => <DrawNode key={node.key} node={node} />);
}

function DrawNode({ node }: { readonly node: ForgeNode }): ReactElement {
  const props = useMemo(() => makeUsable(node), [node]);
  if (node.type === 'String') return <>{String(node.props['text'] ?? '')}</>;
  const Component = components.get(node.type);
  if (Component === undefined) return <NotDrawn what={node.type} />;
  const children = node.children.filter((child) => child.type !== 'ContentWrapper');
  return (
    <>
      {findUndeclared(node).map((name) => (
        <NotDrawn key={name} what={`${name} of ${node.type}`} />
      ))}
      <Component node={node} props={props}>
        {children.length === 0 ? null : drawNodes(children)}
      </Component>
    </>
  );
}

function findUndeclared({ type, props }: ForgeNode): string[] {
  return Object.keys(props).filter((name) => props[name] !== undefined && !isDeclared(type, name));
}

function isDeclared(type: string, name: string): boolean {
  return name === 'children' || declaredProps.get(type)?.has(name) === true;
}

/** Only what is declared, and set: with an explicit undefined some Atlaskit components lose their defaults. */
function makeUsable({ type, props }: ForgeNode): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(props)
      .filter(([name, value]) => value !== undefined && isDeclared(type, name))
      .map(([name, value]) => {
        if (typeof value === 'function') return [name, wrapHandler(value as (...args: unknown[]) => unknown)];
        return [name, holdsElements(value) ? drawNodes(elementToNodes(value, name)) : value];
      }),
  );
}
