import { view } from '@forge/bridge';
import { useRef } from 'react';
import type { Writing } from '../../conversation/writing';
import { completePanel } from '../../jira/complete-panel';
import type { IssuePeople } from '../../jira/jira-reader';
import { pageJira } from '../../jira/page-jira';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { PanelEvent } from './reduce-panel';

/** Asks for the whole panel. `isQuiet`: nobody asked for it, so that only news are seen. @returns whether there are any. */
export type Open = (isQuiet: boolean) => Promise<boolean>;

interface Opening {
  readonly open: Open;
  /** A thread is begun now: an answer that was asked before may know nothing of it. */
  readonly noteBegun: (key: string) => void;
}

export function useOpening(dispatch: (event: PanelEvent) => void, writing: Writing): Opening {
  const asked = useRef(0);
  /** What was asked last as each thread was begun. */
  const begun = useRef(new Map<string, number>());
  const shown = useRef({ turn: 0, answer: '' });
  const open: Open = async (isQuiet) => {
    asked.current += 1;
    const turn = asked.current;
    if (!isQuiet) dispatch({ type: 'asked' });
    const opening = askResolver(invoke('open', { own: !isQuiet }));
    const [answer, issue, reader] = await Promise.all([opening, findIssue(), findReader()]);
    // One that was asked later has been shown already, and knows more.
    if (turn < shown.current.turn) return false;
    if (!answer.ok) {
      // What nobody asked for takes nothing away from what stands there: it is tried again.
      if (!isQuiet) dispatch({ type: 'open-failed', problem: answer.problem });
      return false;
    }
    if (issue === 'hidden') {
      if (!isQuiet) dispatch({ type: 'open-failed', problem: { code: 'issue_hidden' } });
      return false;
    }
    const panel = issue === null || issue === undefined ? answer : completePanel(answer, issue, reader);
    const known = shown.current.answer;
    shown.current = { turn, answer: JSON.stringify({ ...panel, own: null }) };
    const begunSince = [...begun.current].flatMap(([key, last]) => (last >= turn ? [key] : []));
    dispatch({ type: 'opened', panel, writingTo: writing.places(), begunSince });
    if (issue === null && !isQuiet) dispatch({ type: 'open-failed', problem: { code: 'jira_away' } });
    return shown.current.answer !== known;
  };
  return { open, noteBegun: (key) => begun.current.set(key, asked.current) };
}

/** Who is on the issue that the view stands on; null where Jira does not say, undefined where the platform names no issue. */
async function findIssue(): Promise<IssuePeople | null | undefined> {
  const { extension } = await readContext();
  const { issue } = (extension ?? {}) as { readonly issue?: { readonly id?: unknown } };
  return typeof issue?.id === 'string' ? pageJira.findIssue(issue.id) : undefined;
}

async function findReader(): Promise<string> {
  return (await readContext()).accountId ?? '';
}

/** For showing only: who asks and about which issue the function learns from the platform. */
async function readContext(): Promise<{ readonly accountId?: string; readonly extension?: unknown }> {
  try {
    return await view.getContext();
  } catch {
    return {};
  }
}
