import type { IdempotencyClaim, SendQuota } from '../conversation/conversation-store';
import { createClaimSweep } from './claims/forget-claims';
import { archiveGroup, changeConversation, hideDirect } from './conversations/change-group';
import { createGroup } from './conversations/create-group';
import { findConversation } from './conversations/find-conversation';
import { listConversations } from './conversations/list-conversations';
import { markRead } from './conversations/mark-read';
import { changeMembers, listMembers } from './conversations/members';
import { openDirect } from './conversations/open-direct';
import type { Clock } from './engine/clock';
import type { Database } from './engine/database';
import { readEngineState } from './engine/engine-state';
import { readSecret } from './identity/instance-secrets';
import { addClient, findClient, listClients, revokeClient } from './identity/oauth-clients';
import { keyRegistry } from './identity/signing-keys';
import { eraseMessage, findDirectMessage, replaceMessage } from './messages/direct-message';
import { findMessage, readAround, readConversation } from './messages/read-conversation';
import { readDirect } from './messages/read-direct';
import { searchMessages } from './messages/search-messages';
import { peopleStoreOver } from './people/people-store-over';
import { createGroupCommit } from './sending/group-commit';
import { sendDirect } from './sending/send-direct';
import { joinAndSend, sendToConversation } from './sending/send-to-conversation';
import type { Store } from './store';

export const ping = { name: 'ping', text: 'select 1' };

/** What creates under a key, or counts against a quota. */
interface Leaving {
  readonly cloudId: string;
  readonly claim: IdempotencyClaim | null;
  readonly quota?: SendQuota | null;
}

/** The store's methods, each over its own statements. */
export function storeOver(database: Database, clock: Clock): Store {
  const commit = createGroupCommit(database);
  const sweep = createClaimSweep(database);
  /** What leaves a record behind clears the old ones. */
  const andSweep = async <Answer>(made: Leaving, answer: Promise<Answer>): Promise<Answer> => {
    const answered = await answer;
    if (made.claim || made.quota) await sweep(made.cloudId, clock.now());
    return answered;
  };
  return {
    listConversations: (query) => listConversations(database, query),
    findConversation: (cloudId, conversationId, callerId) =>
      findConversation(database, cloudId, conversationId, callerId),
    openDirect: (cloudId, callerId, otherId) => openDirect(database, clock, cloudId, callerId, otherId),
    createGroup: (group) => andSweep(group, createGroup(database, clock, group)),
    sendDirect: (message) => andSweep(message, sendDirect(database, commit, clock, message)),
    sendToConversation: (message) => andSweep(message, sendToConversation(database, commit, clock, message)),
    joinAndSend: (message, decide) => andSweep(message, joinAndSend(database, clock, message, decide)),
    readConversation: (cloudId, conversationId, window) => readConversation(database, cloudId, conversationId, window),
    readAround: (...where) => readAround(database, ...where),
    findMessage: (...where) => findMessage(database, ...where),
    markRead: (...where) => markRead(database, ...where),
    searchMessages: (search) => searchMessages(database, search),
    changeConversation: (...change) => changeConversation(database, clock.now(), ...change),
    archiveGroup: (...change) => archiveGroup(database, clock.now(), ...change),
    hideDirect: (...change) => hideDirect(database, ...change),
    listMembers: (...where) => listMembers(database, ...where),
    changeMembers: (...change) => changeMembers(database, clock, ...change),
    readDirect: (cloudId, callerId, otherId, window) => readDirect(database, cloudId, callerId, otherId, window),
    findDirectMessage: (cloudId, callerId, otherId, messageId) =>
      findDirectMessage(database, cloudId, callerId, otherId, messageId),
    replaceMessage: (message) => replaceMessage(database, clock.now(), message),
    eraseMessage: (message) => eraseMessage(database, clock.now(), message),
    addClient: (client, by) => addClient(database, clock, client, by),
    findClient: (id) => findClient(database, id),
    listClients: () => listClients(database),
    revokeClient: (id, at, by) => revokeClient(database, clock, id, at, by),
    ...keyRegistry(database, clock),
    ...peopleStoreOver(database, clock),
    secret: (name) => readSecret(database, clock.now(), name),
    ping: async () => {
      await database.query(ping, []);
    },
    engine: () => readEngineState(database),
    kind: database.kind,
    connections: () => database.connections(),
    close: async () => {
      await commit.drain();
      await database.close();
    },
  };
}
