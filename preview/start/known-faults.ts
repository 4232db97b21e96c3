import type { RuleName } from '../../platform/rules/rules';

/** A rule of the platform that the app does not live with yet. */
export interface KnownFault {
  readonly rule: RuleName;
  /** Where the app goes wrong, as a path from the root. */
  readonly place: string;
  /** What someone would meet on a real site. */
  readonly effect: string;
}

/**
 * The rules that are loosened for the app as it is: the preview and the tests of the app open the platform without them.
 * A test shows each fault under its rule, and fails once the app has been mended: then the entry goes.
 */
export const knownFaults = [
  {
    rule: 'nobody-listening-has-no-event-id',
    place: 'src/app/notices/live/try-hint.ts',
    effect: 'Every hint that nobody hears is taken for a failure: a line of log each, and diagnostics that say no.',
  },
  {
    rule: 'rights-of-others-are-not-told',
    place: 'src/app/jira/find-sight.ts',
    effect: 'Nobody gets a mail, and whoever is neither on the issue nor in a thread cannot be written to from it.',
  },
  {
    rule: 'searches-by-permission-look-at-a-range',
    place: 'src/app/jira/search-viewers.ts',
    effect: 'On a site of more than fifty people the search for people to write to finds few, or nobody.',
  },
  {
    rule: 'entries-serve-jira-alone',
    place: 'manifest.yml',
    effect:
      'The form of the automation action is drawn out of a resource with entries, which Automation does not read.',
  },
] as const satisfies readonly KnownFault[];

export const looseRules: readonly RuleName[] = knownFaults.map(({ rule }) => rule);
