import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { BootPerson } from '../../../preview/wire/wire';

const root = join(__dirname, '..', '..', '..');

/** A node as @forge/react sends it. */
export interface SentNode {
  readonly type: string;
  readonly key?: string;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly SentNode[];
}

export interface Renderer {
  /** The HTML of what a view has sent. */
  readonly draw: (nodes: readonly SentNode[], people?: readonly BootPerson[]) => string;
  /** The names of the components that it draws. */
  readonly drawn: readonly string[];
  readonly remove: () => void;
}

const entry = `
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ForgeDoc } from '../../preview/host/forge-doc/draw-forge-doc';
import { components } from '../../preview/host/forge-doc/components';
import { copyForgeDoc } from '../../preview/host/forge-doc/nodes/forge-node';
import { PeopleContext } from '../../preview/host/session/people-context';
export const drawn = [...components.keys()];
export const draw = (root, people) => renderToStaticMarkup(
  <PeopleContext.Provider value={people}><ForgeDoc root={copyForgeDoc(root)} /></PeopleContext.Provider>,
);
`;

/** Bundles the renderer as the preview does: Atlaskit's components bring style sheets, which Node cannot load. */
export function bundleRenderer(): Renderer {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'renderer-test-'));
  writeFileSync(join(folder, 'entry.tsx'), entry);
  buildSync({
    entryPoints: [join(folder, 'entry.tsx')],
    outfile: join(folder, 'renderer.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const { draw, drawn } = require(join(folder, 'renderer.cjs')) as {
    readonly draw: (root: SentNode, people: unknown) => string;
    readonly drawn: readonly string[];
  };
  return {
    drawn,
    draw: (nodes, people = []) => draw(complete({ type: 'Root', children: nodes }), people),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let keys = 0;
function complete(node: SentNode): SentNode {
  keys += 1;
  return { key: `k${keys}`, props: {}, ...node, children: (node.children ?? []).map(complete) };
}
