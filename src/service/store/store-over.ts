import type { IdempotencyClaim, SendQuota } from '../conversation/conversation-store';
import { createClaimSweep } from './claims/forget-claims';
import { conversationsOver } from './conversations/conversations-over';
import { createGroup } from './conversations/create-group';
import { listWorkers } from './distribution/workers';
import { draftsOver } from './drafts/drafts';
import type { Clock } from './engine/clock';
import type { Database } from './engine/database';
import { readEngineState } from './engine/engine-state';
import { changeQuestion } from './follow-up/change-question';
import { remindersOver } from './follow-up/reminders';
import { clientUses } from './identity/client-uses';
import { readSecret } from './identity/instance-secrets';
import { clientRegistry } from './identity/oauth-clients';
import { keyRegistry } from './identity/signing-keys';
import { messagesOver } from './messages/messages-over';
import { peopleStoreOver } from './people-store-over';
import { changeReaction } from './reactions/change-reaction';
import { reportMessage } from './reports/report-message';
import { reportsOver } from './reports/reports-over';
import { createGroupCommit } from './sending/group-commit';
import { sendDirect } from './sending/send-direct';
import { joinAndSend, sendToConversation } from './sending/send-to-conversation';
import type { Store } from './store';

export const ping = { name: 'ping', text: 'select 1' };

/** What creates under a key, or counts against quotas. */
interface Leaving {
  readonly cloudId: string;
  readonly claim?: IdempotencyClaim | null;
  readonly quotas?: readonly SendQuota[];
}

/** The store, out of its parts: what sends leaves something to sweep, and so stands here. */
export function storeOver(database: Database, clock: Clock): Store {
  const commit = createGroupCommit(database);
  const sweep = createClaimSweep(database);
  /** What leaves a record behind clears the old ones. */
  const andSweep = async <Answer>(made: Leaving, answer: Promise<Answer>): Promise<Answer> => {
    const answered = await answer;
    if (made.claim || made.quotas?.length) await sweep(made.cloudId, clock.now());
    return answered;
  };
  return {
    ...conversationsOver(database, clock),
    ...messagesOver(database, clock),
    ...draftsOver(database, clock),
    ...remindersOver(database, clock),
    changeQuestion: (...change) => changeQuestion(database, ...change),
    ...reportsOver(database, clock),
    reportMessage: (...report) => andSweep(report[0], reportMessage(database, clock, ...report)),
    changeReaction: (...change) => andSweep(change[0], changeReaction(database, clock, ...change)),
    ...clientRegistry(database, clock),
    ...clientUses(database),
    ...keyRegistry(database, clock),
    ...peopleStoreOver(database, clock),
    createGroup: (group) => andSweep(group, createGroup(database, clock, group)),
    sendDirect: (message) => andSweep(message, sendDirect(database, commit, clock, message)),
    sendToConversation: (message) => andSweep(message, sendToConversation(database, commit, clock, message)),
    joinAndSend: (message, decide) => andSweep(message, joinAndSend(database, clock, message, decide)),
    secret: (name) => readSecret(database, clock.now(), name),
    ping: async () => {
      await database.query(ping, []);
    },
    engine: () => readEngineState(database),
    workers: () => listWorkers(database),
    kind: database.kind,
    connections: () => database.connections(),
    close: async () => {
      await commit.drain();
      await database.close();
    },
  };
}
