import type { ReportVerdict } from '../../contract/report-reasons';
import type { OpenedReport, PendingReport, ReportInput, ReportList } from '../../contract/reports';
import type { Sender } from '../../contract/resources';
import type { SeenConversation, SendQuota } from './conversation-store';
import type { Page, PageQuery } from './people-store';
import type { CountedAnswer } from './reaction-store';

/** A message that somebody reports. */
export interface NewReport extends Pick<ReportInput, 'reason'> {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly reporter: Sender;
  readonly note: string;
  /** As those of a send. */
  readonly quotas: readonly SendQuota[];
}

/** What the rule needs to know of the message, beside its conversation. */
export interface ReportedMessage {
  /** Who wrote it, or whose rule did. */
  readonly authorId: string;
  readonly isDeleted: boolean;
  /** The service tells it, and nobody wrote it. */
  readonly isNotice: boolean;
}

/** `too-many`: as many of the reporter's reports wait as may. */
export type ReportAnswer = CountedAnswer | (Pick<CountedAnswer, 'counts'> & { readonly outcome: 'too-many' });

/** One report, as an administrator looks at it. What the account itself wrote is not there for it. */
export interface ReportPlace {
  readonly cloudId: string;
  readonly id: string;
  /** The administrator. */
  readonly accountId: string;
}

/** What became of a decision. */
export interface Decided {
  readonly outcome: ReportVerdict;
  readonly conversationId: string;
  /** Both ends of a direct conversation. */
  readonly users: string[];
}

export interface ReportStore {
  /**
   * Keeps the words of the message as they stand. Again, while the first one waits, is nothing new. The rule is asked as
   * that of a `Permit`. @throws what it throws
   */
  reportMessage(
    report: NewReport,
    decide: (seen: SeenConversation | null, message: ReportedMessage | null) => void,
  ): Promise<ReportAnswer>;
  /** The newest first. */
  listOwnReports(cloudId: string, reporterId: string, page: PageQuery): Promise<Page<ReportList['values'][number]>>;
  /** Those that wait, the oldest first, but for those about what the account wrote. */
  listReports(cloudId: string, accountId: string, page: PageQuery): Promise<Page<PendingReport>>;
  /** With its words, and in the audit. Null where there is none; `decided` where nothing is left of its words. */
  openReport(place: ReportPlace): Promise<OpenedReport | 'decided' | null>;
  /**
   * `removed` takes the words of the message away for good, and decides every report of it that waits. The same verdict
   * again is nothing new. Null where there is none; `decided` where it was decided otherwise.
   */
  decideReport(place: ReportPlace, verdict: ReportVerdict): Promise<Decided | 'decided' | null>;
}
