import type {
  AdministratorDeed,
  AuditList,
  Erasure,
  NotedDeed,
  Preference,
  PreferenceChange,
  Unread,
} from '../../contract/people';
import type { Creation, IdempotencyClaim, ListPosition } from './conversation-store';

/** A page by keyset: what comes after this position, at most so many. */
export interface PageQuery {
  readonly limit: number;
  readonly after: ListPosition | null;
}

export interface Page<Value> {
  readonly values: Value[];
  readonly next: ListPosition | null;
}

/** What people chose, each within one site. */
export interface ChoiceStore {
  /** Null for who never chose. */
  findPreference(cloudId: string, userId: string): Promise<Preference | null>;
  /** What is not named stays as it is; what holds afterwards comes back. */
  setPreference(cloudId: string, userId: string, change: PreferenceChange): Promise<Preference>;
  /** By the blocked one's id, ascending. */
  listBlocks(cloudId: string, userId: string, page: PageQuery): Promise<Page<{ id: string; blocked: string }>>;
  /** Holds for every direct send that begins afterwards. Again is nothing new. `too-many`: there are `maxBlocks` already. */
  block(cloudId: string, userId: string, blockedId: string): Promise<'blocked' | 'too-many'>;
  unblock(cloudId: string, userId: string, blockedId: string): Promise<void>;
  /** False when this person is not a member. */
  setMuted(cloudId: string, conversationId: string, userId: string, isMuted: boolean): Promise<boolean>;
}

export interface TraceStore {
  /**
   * Where only the rows were taken away, the words may still lie in files. Of the embedded store, this writes them anew
   * without; it answers nobody meanwhile. A server does so by itself, when it finds the time.
   */
  clearTraces(): Promise<void>;
}

export interface AuditQuery extends PageQuery {
  readonly sort: 'asc' | 'desc';
}

export interface DeedToNote {
  readonly cloudId: string;
  /** Who says so: a key is theirs. */
  readonly callerId: string;
  readonly claim: IdempotencyClaim | null;
  readonly deed: AdministratorDeed;
}

export interface AccountQuery extends PageQuery {
  /** Only who has read, written to another one or chosen something; absent is everybody. */
  readonly isActive?: boolean;
}

export interface UnreadQuery extends PageQuery {
  /** Only where the first unread message is later; null for all. */
  readonly since: Date | null;
  /** Only where it is not later; absent or null for all. */
  readonly until?: Date | null;
  /** Only what is unread to this person; absent or null for all. */
  readonly ofUser?: string | null;
  /** In their place the unread messages that mention a member, by message and person; of one person by conversation. */
  readonly ofMentions?: boolean;
}

/** How many days a site keeps messages, null for ever; and when old ones were last looked for, null for never. */
export interface RetentionState {
  readonly days: number | null;
  readonly purgedAt: Date | null;
}

/** What the app asks about a site. No words come out of it. */
export interface SiteStore {
  /** Everybody of whom a row is kept, apps and clients left out; by id, ascending. */
  listAccounts(cloudId: string, query: AccountQuery): Promise<Page<{ id: string }>>;
  /** Leaves out muted and hidden conversations, and what people do not want to be told of. By person, conversation, issue and account of the rule. */
  listUnread(cloudId: string, query: UnreadQuery): Promise<Page<Unread>>;
  findRetentionState(cloudId: string): Promise<RetentionState>;
  noteDeed(deed: DeedToNote): Promise<Creation<NotedDeed>>;
  pageAudit(cloudId: string, query: AuditQuery): Promise<Page<AuditList['values'][number]>>;
  /**
   * One batch of an erase: begins it, or goes on where an earlier call stopped. What was sent while it ran
   * may stay. `actorId` is who asks, for the audit.
   */
  eraseBatch(cloudId: string, userId: string, actorId: string): Promise<Erasure>;
}
