import type { CSSProperties } from 'react';
import { tokenVariable } from './token-variable';

/**
 * The `xcss` of Box and Pressable as inline style: values that name a design token become its CSS variable.
 * What is for a page's width is `xcssMedia`'s; pseudo-classes are left out.
 */
export function xcssToStyle(xcss: unknown): CSSProperties {
  if (Array.isArray(xcss)) return Object.assign({}, ...xcss.map(xcssToStyle)) as CSSProperties;
  if (typeof xcss !== 'object' || xcss === null) return {};
  const entries = Object.entries(xcss).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(entries.map(([name, value]) => [name, tokenVariable(value)]));
}

/** The space and colour props that Box and Pressable have beside xcss. */
export const boxProps = [
  'backgroundColor',
  'padding',
  'paddingBlock',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInline',
  'paddingInlineEnd',
  'paddingInlineStart',
] as const;
