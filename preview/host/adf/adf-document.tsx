import React, { type ReactElement } from 'react';
import type { AdfNode } from '../../../src/document/types';
import { drawBlock } from './draw-block';

/** Draws a document: what `contract.md` lists under Documents; of unknown nodes their text. Never throws for a wrong one. */
export function AdfDocument({ document }: { readonly document: unknown }): ReactElement {
  const content = (document as { content?: unknown } | null | undefined)?.content;
  return <div className="adf">{Array.isArray(content) ? (content as AdfNode[]).map(drawBlock) : null}</div>;
}
