import type { Health } from '../../../contract/people';
import type { SiteState } from '../../../contract/site-state';
import type { Config } from '../../config/config';
import type { ConversationStore } from '../../conversation/conversation-store';
import type { DraftStore } from '../../conversation/draft-store';
import type { GroupStore } from '../../conversation/group-store';
import type { HoldStore } from '../../conversation/hold/hold-store';
import type { MessageStore } from '../../conversation/message-store';
import type { ChoiceStore, SiteStore, TraceStore } from '../../conversation/people-store';
import type { QuestionStore } from '../../conversation/question-store';
import type { ReactionStore } from '../../conversation/reaction-store';
import type { ReminderStore } from '../../conversation/reminder-store';
import type { ReportStore } from '../../conversation/report-store';
import type { Authenticate } from '../../identity/authenticate';
import type { ClientRegistry, ClientUses } from '../../identity/client-registry';
import type { TokenGranting } from '../../identity/grant-token';
import type { EnterRead } from '../../limits/read-places';
import type { Cursors } from '../../operations/input/cursors';
import type { Metrics } from '../../telemetry/metrics';
import type { Pingable } from './health';
import type { RateLimits } from './rate-limits';

/** Where log lines go, one JSON text a line. */
export interface LogStream {
  write(line: string): void;
}

/** All that the HTTP side is given. */
export interface AppOptions {
  readonly siteNames: ReadonlyMap<string, string>;
  readonly store: ConversationStore &
    GroupStore &
    MessageStore &
    DraftStore &
    ReactionStore &
    QuestionStore &
    ReminderStore &
    ReportStore &
    ChoiceStore &
    HoldStore &
    SiteStore &
    TraceStore &
    Pick<ClientRegistry, 'listClients'> &
    ClientUses &
    Pingable;
  readonly authenticate: Authenticate;
  readonly granting: TokenGranting;
  readonly limits: RateLimits;
  /** More to do than can be done in time: what is not let in is answered 503. */
  readonly isBehind: () => boolean;
  readonly enterRead: EnterRead;
  readonly maxConnections: number;
  /** Of one address; 0 is no limit. */
  readonly maxConnectionsOfAddress: number;
  /** Where clients reach the service; null: links stay relative. */
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly metrics: Metrics | null;
  readonly cursors: Cursors;
  /** What `GET /site/{cloudId}/health` answers beside the caller's claims. */
  readonly health: Omit<Health, 'claims'>;
  /** What the service sees of the certificate of its own public address. */
  readonly readCertificate: () => SiteState['certificate'];
  /** The numbers of a cluster's servers that are away; empty where there is no cluster. */
  readonly unreachedWorkers?: () => readonly number[];
  readonly now: () => Date;
  /** Milliseconds in which a request must have come, and its answer been taken; 30 s where it is absent. */
  readonly requestTimeout?: number | undefined;
  readonly logLevel: Config['logLevel'];
  readonly logStream?: LogStream | undefined;
}
