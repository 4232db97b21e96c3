import type { PeopleStore } from '../conversation/administration';
import { listAudit, pageAudit } from './audit/audit';
import { noteAdministratorDeed } from './audit/note-administrator-deed';
import type { Clock } from './engine/clock';
import type { Database } from './engine/database';
import { exportPage } from './export/export';
import { addBlock, listBlocks, removeBlock } from './people/block';
import { eraseBatch } from './people/erase-account';
import { holdsOver } from './people/holds';
import { listAccounts } from './people/list-accounts';
import { listActiveAccounts } from './people/list-active-accounts';
import { setMuted } from './people/mute';
import { nextSite } from './people/next-site';
import { findPreference, setPreference } from './people/preference';
import { findRetention, findRetentionState, setRetention } from './people/retention';
import { leasePurge, listSitesToPurge } from './purge/lease';
import { purgeBatch } from './purge/purge';
import { listStaleSites, renewTexts } from './purge/renew-texts';
import { listMentions } from './unread/list-mentions';
import { listUnread } from './unread/list-unread';

/** The methods about people's choices and people's data, each over its own statements. */
export function peopleStoreOver(database: Database, clock: Clock): PeopleStore {
  return {
    ...holdsOver(database),
    findPreference: (cloudId, userId) => findPreference(database, cloudId, userId),
    setPreference: (cloudId, userId, change) => setPreference(database, clock, cloudId, userId, change),
    listBlocks: (cloudId, userId, page) => listBlocks(database, cloudId, userId, page),
    block: (cloudId, userId, blockedId) => addBlock(database, clock.now(), cloudId, userId, blockedId),
    unblock: (cloudId, userId, blockedId) => removeBlock(database, cloudId, userId, blockedId),
    setMuted: (cloudId, conversationId, userId, isMuted) =>
      setMuted(database, cloudId, conversationId, userId, isMuted),
    listAccounts: (cloudId, { isActive = false, ...page }) =>
      (isActive ? listActiveAccounts : listAccounts)(database, cloudId, page),
    listUnread: (cloudId, { ofMentions = false, ...query }) =>
      ofMentions ? listMentions(database, cloudId, query) : listUnread(database, cloudId, query),
    eraseBatch: (cloudId, userId, actorId) => eraseBatch(database, clock, cloudId, userId, actorId),
    nextSite: (afterCloudId) => nextSite(database, afterCloudId),
    exportPage: (query) => exportPage(database, clock, query),
    findRetention: (cloudId) => findRetention(database, cloudId),
    setRetention: (cloudId, days, actorId) => setRetention(database, clock, cloudId, days, actorId),
    findRetentionState: (cloudId) => findRetentionState(database, cloudId),
    noteDeed: (deed) => noteAdministratorDeed(database, clock, deed),
    pageAudit: (cloudId, query) => pageAudit(database, cloudId, query),
    listAudit: (cloudId, afterId) => listAudit(database, cloudId, afterId),
    clearTraces: () => database.clearTraces(),
    listSitesToPurge: () => listSitesToPurge(database, clock.now()),
    leasePurge: (cloudId, holder) => leasePurge(database, clock.now(), cloudId, holder),
    listStaleSites: () => listStaleSites(database),
    renewTexts: (cloudId) => renewTexts(database, cloudId),
    purgeBatch: (lease, step) => purgeBatch(database, clock, lease, step),
  };
}
