import React, { type ReactElement, useCallback, useState } from 'react';
import type { ViewBridge } from '../bridge/view-bridge';
import { SiteLinksContext } from '../links/site-links';
import { giveConsent } from '../session/server';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { ConsentPrompt } from './consent-prompt';
import { useViewHost, type ViewPlacement } from './use-view-host';
import { ViewFrame } from './view-frame';

interface Props extends ViewPlacement {
  readonly onConnect?: (bridge: ViewBridge) => void;
}

/** The view of a module, or the platform's question that comes before it. */
export function ModuleView(props: Props): ReactElement {
  const { module, onConnect } = props;
  const { boot, session, registerFrame } = useShell();
  const [run, setRun] = useState(0);
  const [asksForConsent, setAsksForConsent] = useState(false);
  const [page, connect] = useViewHost(props);
  const links = useSiteLinks();
  const reloadView = useCallback(() => setRun((count) => count + 1), []);
  const allow = async (): Promise<void> => {
    await giveConsent(session);
    setAsksForConsent(false);
    reloadView();
  };
  if (asksForConsent) return <ConsentPrompt appName={boot.appName} allow={() => void allow()} />;
  return (
    <SiteLinksContext.Provider value={links}>
      <ViewFrame
        key={run}
        module={module}
        registerFrame={registerFrame}
        host={{ ...page, reloadView, askForConsent: () => setAsksForConsent(true) }}
        onConnect={(bridge) => {
          onConnect?.(bridge);
          return connect(bridge);
        }}
      />
    </SiteLinksContext.Provider>
  );
}
