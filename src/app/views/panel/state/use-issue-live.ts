import { events } from '@forge/bridge';
import { useEffect } from 'react';
import type { LiveHint } from '../../../definitions';
import { hearFromPage } from '../../live/page-hints';
import { type Live, useLive } from '../../live/use-live';

/**
 * Live updates of a view on an issue: by hints about it, by those that may mean any issue, and by Jira's own event. That
 * one comes seconds after a change; a new comment is none that matters here.
 * https://developer.atlassian.com/platform/forge/custom-ui-bridge/events/
 * @param group the group that is shown, whose members share one channel
 */
export function useIssueLive(onChange: () => unknown, issueId: string | null, group: string | null): Live {
  const isOurs = (hint: LiveHint) => hint.issueId === null || issueId === null || hint.issueId === issueId;
  const live = useLive(onChange, isOurs, hearFromPage, group);
  useEffect(() => {
    const listening = events.on('JIRA_ISSUE_CHANGED', (change: unknown) => {
      if (!isCommentOnly(change)) live.hint();
    });
    return () => void listening.then((it) => it?.unsubscribe()).catch(() => undefined);
  }, [live]);
  return live;
}

function isCommentOnly(change: unknown): boolean {
  const { changes } = (typeof change === 'object' && change !== null ? change : {}) as { readonly changes?: unknown };
  if (!Array.isArray(changes) || changes.length === 0) return false;
  return changes.every((it: { readonly changeType?: unknown } | null) => it?.changeType === 'commented');
}
