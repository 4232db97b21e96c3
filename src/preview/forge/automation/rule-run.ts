/** One run of a rule, as Jira's audit log shows it. */
export interface RuleRun {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly issueKey: string;
  readonly outcome:
    | { readonly kind: 'done'; readonly outputs: Readonly<Record<string, unknown>> }
    | { readonly kind: 'refused'; readonly messages: readonly string[] };
}

/** The room's one rule: "run on an issue by hand, then the app's action". */
export interface Rule {
  readonly name: string;
  /** Of the action, with smart values such as `{{issue.key}}` in them. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The newest first, at most 20. */
  readonly runs: readonly RuleRun[];
}
