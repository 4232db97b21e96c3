import React, { type ReactElement, useCallback, useState } from 'react';
import type { Boot, BootIssue, BootPanel } from '../../wire';
import type { createBridgeRegistry } from '../bridge/bridge-registry';
import type { ViewBridge } from '../bridge/view-bridge';
import type { ViewHost } from '../bridge/view-host';
import { giveConsent, invoke, requestJira } from '../server';
import type { Session } from '../session';
import type { ViewTheme } from '../theme';
import { AppPanel } from './app-panel';
import { ConsentPrompt } from './consent-prompt';
import { writeViewContext } from './write-view-context';

export interface IssuePanelProps {
  readonly boot: Boot;
  readonly panel: BootPanel;
  readonly issue: BootIssue;
  readonly session: Session;
  readonly theme: ViewTheme;
  readonly page: Pick<ViewHost, 'showFlag' | 'closeFlag' | 'goTo'>;
  readonly registerFrame: ReturnType<typeof createBridgeRegistry>;
  readonly onConnect: (bridge: ViewBridge | null) => void;
}

/** The app's panel on an issue, as Jira frames it: icon, title, and the view or the question that comes before it. */
export function IssuePanel(props: IssuePanelProps): ReactElement {
  const { boot, panel, issue, session, theme, page, registerFrame, onConnect } = props;
  const [run, setRun] = useState(0);
  const [asksForConsent, setAsksForConsent] = useState(false);
  const reload = useCallback(() => setRun((count) => count + 1), []);
  const localId = `${boot.site.cloudId}/${panel.moduleKey}/${issue.id}`;
  const host: Omit<ViewHost, 'draw' | 'reportError'> = {
    ...page,
    context: () => writeViewContext({ boot, panel, issue, session, theme, localId }),
    invoke: (functionKey, payload) =>
      invoke(session, { moduleKey: panel.moduleKey, functionKey, issueKey: issue.key, localId, payload }),
    requestJira: (path, init) => requestJira(session, path, init),
    askForConsent: () => setAsksForConsent(true),
    reloadView: reload,
  };
  const allow = (): void => {
    void giveConsent(session).then(() => {
      setAsksForConsent(false);
      reload();
    });
  };
  return (
    <section className="app-panel" aria-label={panel.title}>
      <header>
        {panel.iconUrl === null ? null : <img src={panel.iconUrl} alt="" width={24} height={24} />}
        <h2>{panel.title}</h2>
      </header>
      {asksForConsent ? (
        <ConsentPrompt appName={boot.appName} allow={allow} />
      ) : (
        <AppPanel key={run} panel={panel} registerFrame={registerFrame} host={host} onConnect={onConnect} />
      )}
    </section>
  );
}
