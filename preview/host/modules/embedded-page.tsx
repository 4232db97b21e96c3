import React, { type ReactElement, useEffect, useRef, useState } from 'react';
import { createViewBridge, type FrameWindow, type ViewBridge } from '../bridge/view-bridge';
import type { ViewHost } from '../bridge/view-host';
import type { EmbeddedProps } from '../forge-doc/nodes/embed-context';
import { NotDrawn } from '../forge-doc/nodes/not-drawn';
import { useShell } from '../shell/shell';
import { lendTheme } from './lend-theme';

/** As Forge has it: developer.atlassian.com/platform/forge/custom-ui/iframe, and the policy of @forge/csp. */
const sandbox = 'allow-same-origin allow-forms allow-modals allow-scripts';

/** The view around such a page. */
export interface Embedding {
  readonly moduleKey: string;
  readonly findHost: () => ViewHost;
  /** One for each module. @returns how to give it back; null where the module has one already. */
  readonly claim: () => (() => void) | null;
}

interface Props extends EmbeddedProps {
  readonly embedding: Embedding;
}

/** A page of the app's own in a frame; as high as what is in it, unless a height is set. */
export function EmbeddedPage({ embedding, resource, height }: Props): ReactElement {
  const { registerFrame, bridges } = useShell();
  const frame = useRef<HTMLIFrameElement>(null);
  const [contentHeight, setContentHeight] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const current = useRef(embedding);
  current.current = embedding;
  const address = `/frames/${embedding.moduleKey}/${resource}/`;
  useEffect(() => {
    const element = frame.current;
    const giveBack = current.current.claim();
    if (giveBack === null) setRefused(true);
    if (giveBack === null || element?.contentWindow == null) return giveBack ?? undefined;
    let page: ConnectedPage | null = null;
    const withdraw = registerFrame(element.contentWindow, (view) => {
      page?.disconnect();
      page = connectPage(view, current.current, bridges, setContentHeight);
      return page.bridge;
    });
    element.src = address;
    return () => {
      withdraw();
      page?.disconnect();
      giveBack();
    };
  }, [address, registerFrame, bridges]);
  if (isRefused) return <NotDrawn what="a second Frame in one module" />;
  return (
    <iframe
      ref={frame}
      title={resource}
      className="forge-frame"
      sandbox={sandbox}
      allow="clipboard-write"
      style={{ height: height ?? contentHeight }}
    />
  );
}

interface ConnectedPage {
  readonly bridge: ViewBridge;
  readonly disconnect: () => void;
}

function connectPage(
  view: FrameWindow,
  embedding: Embedding,
  bridges: Set<ViewBridge>,
  onHeight: (height: number) => void,
): ConnectedPage {
  const ends: (() => void)[] = [];
  const bridge = createViewBridge(view, () => ({
    ...embedding.findHost(),
    enableTheming: () => void ends.push(lendTheme(view)),
  }));
  bridges.add(bridge);
  const measure = new ResizeObserver(() =>
    onHeight(Math.ceil(view.document.documentElement.getBoundingClientRect().height)),
  );
  view.document.addEventListener('DOMContentLoaded', () => measure.observe(view.document.documentElement));
  return {
    bridge,
    disconnect() {
      bridges.delete(bridge);
      measure.disconnect();
      for (const end of ends) end();
    },
  };
}
