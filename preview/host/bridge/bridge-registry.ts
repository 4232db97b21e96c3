import type { FrameWindow, ViewBridge } from './view-bridge';

type Connect = (frame: FrameWindow) => ViewBridge;

/** Under this name a view's script finds its bridge, before anything else in it runs (see bundle-view.ts). */
interface PageGlobals {
  asidePreview?: { readonly bridgeOf: (frame: FrameWindow) => ViewBridge };
}

/**
 * Lets views in frames of this page ask for their bridges.
 * @returns how a panel says what to do when the script of its frame starts; that returns how to withdraw.
 */
export function createBridgeRegistry(): (frame: Window, connect: Connect) => () => void {
  const waiting = new Map<Window, Connect>();
  (globalThis as PageGlobals).asidePreview = {
    bridgeOf: (frame) => {
      const connect = waiting.get(frame);
      if (connect === undefined) throw new Error('No panel of the page owns this frame.');
      return connect(frame);
    },
  };
  return (frame, connect) => {
    waiting.set(frame, connect);
    return () => waiting.delete(frame);
  };
}
