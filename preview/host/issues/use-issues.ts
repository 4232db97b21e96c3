import { useEffect, useState } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { addPanel as askToAddPanel, assignIssue, fetchBoot } from '../session/server';
import { useShell } from '../shell/shell';

interface Found {
  readonly handle: string | null;
  readonly issues: readonly BootIssue[];
}

export interface Issues {
  /** What the person of this tab sees of the demo site; null until it has come. */
  readonly found: readonly BootIssue[] | null;
  readonly assign: Assign;
  readonly addPanel: AddPanel;
}

type AddPanel = (issue: BootIssue, module: BootModule) => Promise<void>;
type Assign = (issue: BootIssue, accountId: string | null) => Promise<void>;

/** The issues of the demo site, and how to give one to someone else and to add an app's panel to it. */
export function useIssues(): Issues {
  const { boot, session, address, bridges, showFlag, reloadViews } = useShell();
  const [found, setFound] = useState<Found | null>(null);
  const handle = session.person?.handle ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: others may have changed something since the last visit
  useEffect(() => {
    let isOver = false;
    fetchBoot(session).then(
      ({ issues }) => {
        if (!isOver) setFound({ handle, issues });
      },
      (error: unknown) => showFlag({ id: 'issues', type: 'error', title: String(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [handle, address.visit]);
  const change = (changed: BootIssue): void =>
    setFound(
      (now) => now && { ...now, issues: now.issues.map((other) => (other.id === changed.id ? changed : other)) },
    );
  const addPanel: AddPanel = async (issue, { key: moduleKey }) => {
    try {
      await askToAddPanel(session, { issueKey: issue.key, moduleKey });
      change({ ...issue, panels: [...issue.panels, moduleKey] });
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      showFlag({ id: 'panel', type: 'error', title: 'The panel was not added', description });
    }
  };
  const assign: Assign = async (changed, accountId) => {
    try {
      await assignIssue(session, changed.key, accountId);
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      showFlag({ id: 'assign', type: 'error', title: 'The assignee was not changed', description });
      return;
    }
    change({ ...changed, assigneeId: accountId });
    const event = { issueId: changed.id, projectId: boot.project.id };
    for (const bridge of bridges) bridge.emit('JIRA_ISSUE_CHANGED', event);
    // One that does not listen would show the old state until the page is loaded again.
    if ([...bridges].some((bridge) => !bridge.isListenedTo('JIRA_ISSUE_CHANGED'))) reloadViews();
  };
  // Somebody else’s must not show for a moment.
  return { found: found?.handle === handle ? found.issues : null, assign, addPanel };
}
