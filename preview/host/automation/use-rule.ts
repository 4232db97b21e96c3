import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rule, RuleRun } from '../../../platform/wire/wire';
import { fetchRule, runRule, saveRule } from '../session/preview-api';
import type { Session } from '../session/session';

interface RuleState {
  /** Null until it has come. */
  readonly rule: Rule | null;
  readonly problem: string | null;
  /** Keeps what the form holds; the newest one wins, whatever order the answers come in. */
  readonly change: (inputs: Rule['inputs']) => void;
  /** Runs it on an issue with what the form held last. */
  readonly run: (issueKey: string) => Promise<RuleRun | null>;
}

/** The one rule of the preview, as the server keeps it. */
export function useRule(session: Session): RuleState {
  const [rule, setRule] = useState<Rule | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    setProblem(null);
    fetchRule(session).then(setRule, (error: unknown) => setProblem(describe(error)));
  }, [session]);
  const change = useCallback(
    (inputs: Rule['inputs']) => {
      setRule((shown) => (shown === null ? null : { ...shown, inputs }));
      saving.current = saving.current
        .then(() => saveRule(session, inputs))
        .then(
          () => setProblem(null),
          (error: unknown) => setProblem(describe(error)),
        );
    },
    [session],
  );
  const run = useCallback(
    async (issueKey: string) => {
      await saving.current;
      try {
        const done = await runRule(session, issueKey);
        setRule((shown) => (shown === null ? null : { ...shown, runs: [done, ...shown.runs].slice(0, 20) }));
        setProblem(null);
        return done;
      } catch (error) {
        setProblem(describe(error));
        return null;
      }
    },
    [session],
  );
  return { rule, problem, change, run };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
