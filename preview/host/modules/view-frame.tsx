import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import React, { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { BootModule } from '../../wire/wire';
import type { createBridgeRegistry } from '../bridge/bridge-registry';
import { createViewBridge, type ViewBridge } from '../bridge/view-bridge';
import type { ViewHost } from '../bridge/view-host';
import { ForgeDoc } from '../forge-doc/draw-forge-doc';
import { EmbedContext, type EmbeddedProps } from '../forge-doc/nodes/embed-context';
import type { ForgeNode } from '../forge-doc/nodes/forge-node';
import { useTexts } from '../texts/language';
import { DrawBoundary } from './draw-boundary';
import { EmbeddedPage, type Embedding } from './embedded-page';

interface Props {
  readonly module: BootModule;
  readonly registerFrame: ReturnType<typeof createBridgeRegistry>;
  /** All that the page around does for the view; drawing and errors are this component's own. */
  readonly host: Omit<ViewHost, 'draw' | 'reportError'>;
  /** Told of the bridge when the view's script starts; what it returns is called when the view goes. */
  readonly onConnect: (bridge: ViewBridge) => () => void;
}

/** Runs one view in a hidden frame and draws what it sends. Another issue or person needs another key, hence a new frame. */
export function ViewFrame({ module, registerFrame, host, onConnect }: Props): ReactElement {
  const texts = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const [root, setRoot] = useState<ForgeNode | null>(null);
  const [error, setError] = useState<string | null>(null);
  // The newest ones each time a view asks: the page may have been drawn again since the frame was made.
  const current = useRef({ host, onConnect });
  current.current = { host, onConnect };
  useEffect(() => {
    const element = frame.current;
    if (element?.contentWindow == null) return undefined;
    let disconnect: (() => void) | null = null;
    const withdraw = registerFrame(element.contentWindow, (view) => {
      view.addEventListener('error', (event) => setError(event.message));
      view.addEventListener('unhandledrejection', (event) => setError(describeReason(event.reason)));
      const bridge = createViewBridge(view, () => ({ ...current.current.host, draw: setRoot, reportError: setError }));
      disconnect = current.current.onConnect(bridge);
      return bridge;
    });
    element.src = module.frameUrl;
    return () => {
      withdraw();
      disconnect?.();
    };
  }, [module.frameUrl, registerFrame]);
  const hasPage = useRef(false);
  const embed = useMemo(() => {
    const embedding: Embedding = {
      moduleKey: module.key,
      findHost: () => ({ ...current.current.host, draw: () => undefined, reportError: setError }),
      claim: () => {
        if (hasPage.current) return null;
        hasPage.current = true;
        return () => {
          hasPage.current = false;
        };
      },
    };
    return (page: EmbeddedProps) => <EmbeddedPage key={page.resource} embedding={embedding} {...page} />;
  }, [module.key]);
  return (
    <>
      <iframe ref={frame} title={module.title} hidden />
      {error === null ? null : (
        <SectionMessage appearance="error" title={texts.viewFailed}>
          {error}
        </SectionMessage>
      )}
      {root === null && error === null ? <Spinner label={texts.loading} /> : null}
      {root === null ? null : (
        <DrawBoundary onError={setError}>
          <EmbedContext.Provider value={embed}>
            <ForgeDoc root={root} />
          </EmbedContext.Provider>
        </DrawBoundary>
      )}
    </>
  );
}

function describeReason(reason: unknown): string {
  const message = (reason as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : String(reason);
}
