import { type ComponentType, createContext, createElement, type JSXElementConstructor, type ReactNode } from 'react';
import type { ForgeNode } from './forge-node';

/** What each component of the renderer is given: its node, the node's props made safe to use, its children drawn. */
export interface ComponentProps {
  readonly node: ForgeNode;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

export type ForgeComponent = ComponentType<ComponentProps>;

/** Draws any node. A context, since components that draw slots would otherwise import the table that holds them. */
export const DrawContext = createContext<(nodes: readonly ForgeNode[]) => ReactNode>(() => null);

/** A component that takes its props as they are: those that are not declared are refused before. */
export function passThrough(component: JSXElementConstructor<never>): ForgeComponent {
  const target = component as unknown as ComponentType<Record<string, unknown>>;
  return ({ props, children }) => createElement(target, props, children);
}

/** The same for a component that has no children of its own. */
export function passThroughLeaf(component: JSXElementConstructor<never>): ForgeComponent {
  const target = component as unknown as ComponentType<Record<string, unknown>>;
  return ({ props }) => createElement(target, props);
}

/** Only props that are set: with an explicit undefined some Atlaskit components lose their defaults. */
export function pickProps(props: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => props[name] !== undefined).map((name) => [name, props[name]]));
}

export function textProp(props: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = props[name];
  return typeof value === 'string' ? value : undefined;
}

export function handlerProp(
  props: Readonly<Record<string, unknown>>,
  name: string,
): ((...args: unknown[]) => void) | undefined {
  const value = props[name];
  return typeof value === 'function' ? (value as (...args: unknown[]) => void) : undefined;
}
