import type { PeopleStore } from '../conversation/administration';
import type { ConversationStore } from '../conversation/conversation-store';
import type { DraftStore } from '../conversation/draft-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import type { QuestionStore } from '../conversation/question-store';
import type { ReactionStore } from '../conversation/reaction-store';
import type { ReminderStore } from '../conversation/reminder-store';
import type { ReportStore } from '../conversation/report-store';
import type { ClientRegistry, ClientUses, SecretRegistry } from '../identity/client-registry';
import type { KeyRegistry } from '../identity/signing-key';
import type { Worker } from './distribution/workers';
import type { Connections, StoreKind } from './engine/database';
import type { EngineState } from './engine/engine-state';

export type Store = ConversationStore &
  GroupStore &
  MessageStore &
  DraftStore &
  ReactionStore &
  QuestionStore &
  ReminderStore &
  ReportStore &
  ClientRegistry &
  ClientUses &
  SecretRegistry &
  KeyRegistry &
  PeopleStore & {
    readonly kind: StoreKind;
    /** @throws EngineUnfit, StoreUnavailable */
    engine(): Promise<EngineState>;
    /** Of the cluster over which the tables are spread; null where they are not. @throws StoreUnavailable */
    workers(): Promise<readonly Worker[] | null>;
    /** Of this process to its server; null where the engine is within this process. */
    connections(): Connections | null;
    /** Resolves when the engine answers. @throws StoreUnavailable */
    ping(): Promise<void>;
    close(): Promise<void>;
  };
