import { useEffect, useState } from 'react';
import type { BootIssue } from '../../wire/wire';
import { assignIssue, fetchBoot } from '../session/server';
import { useShell } from '../shell/shell';

interface Found {
  readonly handle: string | null;
  readonly issues: readonly BootIssue[];
}

type Assign = (issue: BootIssue, accountId: string | null) => Promise<void>;

/** What the person of this tab sees of the demo site, null until it has come, and how to give an issue to someone else. */
export function useIssues(): readonly [readonly BootIssue[] | null, Assign] {
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
  const assign: Assign = async (changed, accountId) => {
    try {
      await assignIssue(session, changed.key, accountId);
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      showFlag({ id: 'assign', type: 'error', title: 'The assignee was not changed', description });
      return;
    }
    const isChanged = (other: BootIssue): boolean => other.id === changed.id;
    setFound(
      (now) =>
        now && {
          ...now,
          issues: now.issues.map((other) => (isChanged(other) ? { ...other, assigneeId: accountId } : other)),
        },
    );
    const event = { issueId: changed.id, projectId: boot.project.id };
    for (const bridge of bridges) bridge.emit('JIRA_ISSUE_CHANGED', event);
    // One that does not listen would show the old state until the page is loaded again.
    if ([...bridges].some((bridge) => !bridge.isListenedTo('JIRA_ISSUE_CHANGED'))) reloadViews();
  };
  // Somebody else’s must not show for a moment.
  return [found?.handle === handle ? found.issues : null, assign];
}
