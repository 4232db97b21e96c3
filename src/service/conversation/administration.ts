import type { AdministratorDeed } from '../../contract/people';
import type { HoldStore } from './hold/hold-store';
import type { ChoiceStore, SiteStore, TraceStore } from './people-store';

/** What an audit record can tell. `client-…` and `key-…` are of OAuth clients and of the keys that sign tokens. */
export type AuditAction =
  | 'client-created'
  | 'client-revoked'
  | 'key-rotated'
  | 'account-erase-begun'
  | 'account-erased'
  | 'exported'
  | 'retention-changed'
  | 'messages-purged'
  | 'group-made-public'
  | 'group-made-private'
  | 'group-owner-changed'
  | 'report-opened'
  | 'report-dismissed'
  | 'message-removed'
  | AdministratorDeed['action'];

/** Who did what to whom, and when. `subject` is an account, a client, a conversation or a report. It never holds words of messages. */
export interface AuditRecord {
  readonly cloudId: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: unknown;
}

/** Where an export goes on: a phase of it and the key of the last row, which only the store that gave it can read. */
export interface ExportPosition {
  readonly phase: string;
  readonly key: readonly string[];
}

export interface ExportQuery {
  readonly cloudId: string;
  /** Null: all of the site. */
  readonly accountId: string | null;
  readonly actorId: string;
  /** Null begins it, which the audit notes. */
  readonly after: ExportPosition | null;
}

export interface ExportPage {
  /** Each becomes a line. */
  readonly records: readonly { readonly record: string }[];
  /** Null on the last page. */
  readonly next: ExportPosition | null;
}

/** A node's hold on the purge of a site. */
export interface PurgeLease {
  readonly cloudId: string;
  readonly holder: string;
}

export interface PurgeStep {
  /** The last conversation that is done. Null begins. */
  readonly doneId: string | null;
  /** Messages, drafts and reports purged so far in this run; of reports also those that lost their words alone. */
  readonly messages: number;
  readonly drafts: number;
  readonly reports: number;
}

/** `lost`: another node has the lease. */
export type PurgeOutcome =
  | { readonly outcome: 'lost' }
  | { readonly outcome: 'finished'; readonly messages: number; readonly drafts: number; readonly reports: number }
  | { readonly outcome: 'more'; readonly step: PurgeStep };

/** How many days a site keeps messages; null for ever. */
export type RetentionDays = number | null;

/** The next site of a walk over all of them. */
export interface NextSite {
  /** Null where there is none. */
  readonly cloudId: string | null;
  /** False where a server of the store was away: there may be others, which it alone knows. */
  readonly isWhole: boolean;
}

/** What whoever runs the service asks of its store. */
export interface Administration extends Pick<SiteStore, 'eraseBatch'>, TraceStore {
  /** The first site after this one of which anything of people is kept, in the order of ids. */
  nextSite(afterCloudId: string | null): Promise<NextSite>;
  exportPage(query: ExportQuery): Promise<ExportPage>;
  findRetention(cloudId: string): Promise<RetentionDays>;
  /** From its commit on nothing more is purged than the new length allows. */
  setRetention(cloudId: string, days: RetentionDays, actorId: string): Promise<void>;
  /** Ascending by time; 200 at most. */
  listAudit(cloudId: string, afterId: string | null): Promise<AuditRecord[]>;
}

/** What the purge needs. */
export interface PurgeStore extends TraceStore {
  /** Sites that keep messages for a limited time, or have had drafts or reports, and have not been purged within the last hour. */
  listSitesToPurge(): Promise<readonly string[]>;
  /** Null while another node has it. */
  leasePurge(cloudId: string, holder: string): Promise<PurgeLease | null>;
  /** One batch, one commit, which also prolongs the lease. */
  purgeBatch(lease: PurgeLease, step: PurgeStep): Promise<PurgeOutcome>;
}

/** What making texts anew needs. */
export interface RenewalStore {
  /** Sites with messages whose text was made by rules that hold no more. */
  listStaleSites(): Promise<readonly string[]>;
  /** One batch, one commit. `elsewhere`: another node is at it, or nothing is left. */
  renewTexts(cloudId: string): Promise<'more' | 'finished' | 'elsewhere'>;
}

/** All about people's choices and people's data. */
export type PeopleStore = ChoiceStore & HoldStore & SiteStore & Administration & PurgeStore & RenewalStore;
