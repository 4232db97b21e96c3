import '@atlaskit/css-reset';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { createBridgeRegistry } from './bridge/bridge-registry';
import './styles/host.css';
import { PreviewPage } from './page/preview-page';
import { fetchBoot } from './session/server';

/** Entry of the page. What fails before anything can be drawn is said in plain text. */
async function start(element: HTMLElement): Promise<void> {
  try {
    const boot = await fetchBoot();
    createRoot(element).render(<PreviewPage boot={boot} registerFrame={createBridgeRegistry()} />);
  } catch (error) {
    element.textContent = error instanceof Error ? error.message : String(error);
  }
}

const root = document.getElementById('root');
if (root !== null) void start(root);
