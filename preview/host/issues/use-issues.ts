import { useEffect, useState } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { assignIssue, moveIssue } from '../session/jira-api';
import { addPanel, fetchBoot } from '../session/server';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

interface Found {
  readonly handle: string | null;
  readonly issues: readonly BootIssue[];
}

/** What may be changed of a work item; each says in a flag why it was not. */
export interface IssueChanges {
  readonly assign: (issue: BootIssue, accountId: string | null) => Promise<void>;
  readonly move: (issue: BootIssue, status: BootIssue['status']) => Promise<void>;
  readonly addPanel: (issue: BootIssue, module: BootModule) => Promise<void>;
}

/** What the person of this tab sees of the demo site, null until it has come, and how to change it. */
export function useIssues(): readonly [readonly BootIssue[] | null, IssueChanges] {
  const { session, address, bridges, showFlag, reloadViews } = useShell();
  const texts = useTexts();
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
  const change = async (issue: BootIssue, next: Partial<BootIssue>, act: () => Promise<unknown>, title: string) => {
    try {
      await act();
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      showFlag({ id: title, type: 'error', title, description });
      return;
    }
    const put = (other: BootIssue): BootIssue =>
      other.id === issue.id ? { ...other, ...next, updatedAt: Date.now() } : other;
    setFound((now) => now && { ...now, issues: now.issues.map(put) });
    const event = { issueId: issue.id, projectId: issue.projectId };
    for (const bridge of bridges) bridge.emit('JIRA_ISSUE_CHANGED', event);
    // One that does not listen would show the old state until the page is loaded again.
    if ([...bridges].some((bridge) => !bridge.isListenedTo('JIRA_ISSUE_CHANGED'))) reloadViews();
  };
  const changes: IssueChanges = {
    assign: (issue, assigneeId) =>
      change(issue, { assigneeId }, () => assignIssue(session, issue.key, assigneeId), texts.assigneeNotChanged),
    move: (issue, status) =>
      change(issue, { status }, () => moveIssue(session, issue.key, status), texts.statusNotChanged),
    addPanel: (issue, { key: moduleKey }) => {
      const panels = [...issue.panels, moduleKey];
      return change(
        issue,
        { panels },
        () => addPanel(session, { issueKey: issue.key, moduleKey }),
        texts.panelNotAdded,
      );
    },
  };
  // Somebody else’s must not show for a moment.
  return [found?.handle === handle ? found.issues : null, changes];
}
