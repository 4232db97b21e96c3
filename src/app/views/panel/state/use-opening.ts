import { useRef } from 'react';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { PanelEvent } from './reduce-panel';
import type { Writing } from './writing';

/** Asks for the whole panel. `isQuiet`: nobody asked for it, so that only news are seen. @returns whether there are any. */
export type Open = (isQuiet: boolean) => Promise<boolean>;

export function useOpening(dispatch: (event: PanelEvent) => void, writing: Writing): Open {
  const asked = useRef(0);
  const shown = useRef({ turn: 0, answer: '' });
  return async (isQuiet) => {
    asked.current += 1;
    const turn = asked.current;
    if (!isQuiet) dispatch({ type: 'asked' });
    const answer = await askResolver(invoke('open'));
    // One that was asked later has been shown already, and knows more.
    if (turn < shown.current.turn) return false;
    if (!answer.ok) {
      // What nobody asked for takes nothing away from what stands there: it is tried again.
      if (!isQuiet) dispatch({ type: 'open-failed', problem: answer.problem });
      return false;
    }
    const known = shown.current.answer;
    shown.current = { turn, answer: JSON.stringify(answer) };
    dispatch({ type: 'opened', panel: answer, writingTo: writing.people() });
    return shown.current.answer !== known;
  };
}
