import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rule, RuleRun } from '../../../platform/wire/wire';
import { fetchRules, runRule, saveRule } from '../session/preview-api';
import type { Session } from '../session/session';

/** How often the log of a rule is read again, in milliseconds. */
const interval = 4_000;

interface RuleState {
  /** Null until it has come. */
  readonly rule: Rule | null;
  readonly problem: string | null;
  /** Keeps what the form holds; the newest one wins, whatever order the answers come in. */
  readonly change: (change: Partial<Pick<Rule, 'inputs' | 'isOn'>>) => void;
  /** Runs it on an issue with what the form held last. */
  readonly run: (issueKey: string) => Promise<RuleRun | null>;
}

/** A rule of the preview, as the server keeps it. One that runs by itself is read again every few seconds. */
export function useRule(session: Session, key: string): RuleState {
  const [rule, setRule] = useState<Rule | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    setProblem(null);
    const read = () => fetchRules(session).then((rules) => rules.find((candidate) => candidate.key === key) ?? null);
    read().then(
      (found) => (found === null ? setProblem(`There is no rule “${key}”.`) : setRule(found)),
      (error: unknown) => setProblem(describe(error)),
    );
    const refresh = (): void =>
      void read().then(
        (found) => setRule((shown) => (found === null || shown === null ? shown : { ...shown, runs: found.runs })),
        () => {},
      );
    const timer = window.setInterval(refresh, interval);
    return () => window.clearInterval(timer);
  }, [session, key]);
  const change = useCallback(
    (next: Partial<Pick<Rule, 'inputs' | 'isOn'>>) => {
      setRule((shown) => (shown === null ? null : { ...shown, ...next }));
      saving.current = saving.current
        .then(() => saveRule(session, key, next))
        .then(
          () => setProblem(null),
          (error: unknown) => setProblem(describe(error)),
        );
    },
    [session, key],
  );
  const run = useCallback(
    async (issueKey: string) => {
      await saving.current;
      try {
        const done = await runRule(session, key, issueKey);
        setRule((shown) => (shown === null ? null : { ...shown, runs: addRun(shown.runs, done) }));
        setProblem(null);
        return done;
      } catch (error) {
        setProblem(describe(error));
        return null;
      }
    },
    [session, key],
  );
  return { rule, problem, change, run };
}

/** The newest first. A log that was read meanwhile may hold it already. */
function addRun(runs: readonly RuleRun[], done: RuleRun): readonly RuleRun[] {
  const isThere = runs.some(({ at, issueKey }) => at === done.at && issueKey === done.issueKey);
  return isThere ? runs : [done, ...runs].slice(0, 20);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
