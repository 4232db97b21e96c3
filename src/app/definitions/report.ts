import type { AdfDocument } from '../../document/types';
import type { Person } from './person';
import type { Result } from './problem';

/** The longest text that somebody adds to a report, in UTF-16 code units. */
export const longestNote = 500;

/** Why a message may be reported. */
export type ReportReason = 'insult' | 'hate' | 'threat' | 'confidential' | 'spam' | 'other';

/** What somebody reported, for themselves: without a word of it. */
export interface OwnReport {
  readonly id: string;
  readonly reason: ReportReason;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `ended`: nobody decided in time. */
  readonly outcome: 'open' | 'removed' | 'dismissed' | 'ended';
}

/** A report that waits for an administrator, without a word of it. */
export interface WaitingReport {
  readonly id: string;
  readonly reason: ReportReason;
  readonly at: string;
  readonly reporter: Person;
  readonly sender: Person;
  readonly isGroup: boolean;
}

/** The same with the words, as they stood when it was reported. */
export interface OpenedReport extends WaitingReport {
  readonly note: string;
  readonly body: AdfDocument;
  readonly sentAt: string;
  /** What became of the message since. */
  readonly now: 'same' | 'edited' | 'deleted';
}

/** What a person may ask of what they reported. */
export type OwnReportDefinitions = {
  /** The newest first, at most 25; null where the service is of the release before. */
  ownReports: () => Result<{ reports: readonly OwnReport[] | null }>;
};

/** What an administrator may ask. Nobody is shown a report about what they wrote themselves. */
export type ReviewDefinitions = {
  /** The oldest first, 25 a page; `cursor` is empty on the last one. */
  reports: (ask: { cursor: string }) => Result<{ reports: readonly WaitingReport[]; cursor: string }>;
  /** Stands in the audit. */
  reportOpen: (ask: { id: string }) => Result<{ report: OpenedReport }>;
  /** `removed` takes the words of the message away for good. */
  reportDecide: (ask: { id: string; outcome: 'removed' | 'dismissed' }) => Result<object>;
};
