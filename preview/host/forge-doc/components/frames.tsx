import React, { type ReactElement, useContext, useEffect, useRef, useState } from 'react';
import { createViewBridge, type FrameWindow, type ViewBridge } from '../../bridge/view-bridge';
import { EmbedContext, type Embedding } from '../../modules/embed-context';
import { lendTheme } from '../../modules/lend-theme';
import { type Shell, ShellContext } from '../../shell/shell';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';
import { NotDrawn } from '../nodes/not-drawn';

/** As Forge has it: developer.atlassian.com/platform/forge/custom-ui/iframe, and the policy of @forge/csp. */
const sandbox = 'allow-same-origin allow-forms allow-modals allow-scripts';

/** A page of the app's own beside UI Kit; as high as what is in it, unless a height is set. */
function Frame({ props }: ComponentProps): ReactElement {
  const shell = useContext(ShellContext);
  const embedding = useContext(EmbedContext);
  const resource = textProp(props, 'resource');
  if (shell === null || embedding === null || resource === undefined) return <NotDrawn what="Frame" />;
  return <Embedded key={resource} {...{ shell, embedding, resource }} height={textProp(props, 'height')} />;
}

interface Props {
  readonly shell: Shell;
  readonly embedding: Embedding;
  readonly resource: string;
  readonly height: string | undefined;
}

function Embedded({ shell: { registerFrame, bridges }, embedding, resource, height }: Props): ReactElement {
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

export const frames: Readonly<Record<string, ForgeComponent>> = { Frame };
