import { AdministratorDeed, type Erasure, type Health } from '../../contract/people';
import type { SiteState } from '../../contract/site-state';
import type { HoldStore } from '../conversation/hold/hold-store';
import type { SiteStore, TraceStore } from '../conversation/people-store';
import { refuseField } from '../errors/app-error';
import type { ClientRegistry, ClientUses } from '../identity/client-registry';
import { tellHolds } from './holds';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';
import { readTime } from './input/read-time';

type SiteOperation =
  | 'listAccounts'
  | 'eraseAccount'
  | 'listUnread'
  | 'noteDeed'
  | 'listAudit'
  | 'listClients'
  | 'getSiteState'
  | 'getHealth';

/** Milliseconds for one request's part of an erase; far below what a function of Forge waits for an answer, 25 s. */
const eraseWithin = 5_000;

const checkDeed = createCheck(AdministratorDeed, nameBodyField());

export interface SiteOperationOptions {
  readonly store: SiteStore &
    TraceStore &
    Pick<HoldStore, 'findHolds'> &
    Pick<ClientRegistry, 'listClients'> &
    Pick<ClientUses, 'listClientUses'>;
  readonly cursors: Cursors;
  /** But for the claims, which are the caller's. */
  readonly health: Omit<Health, 'claims'>;
  /** What the service sees of the certificate of its own public address. */
  readonly readCertificate: () => SiteState['certificate'];
  readonly now: () => Date;
}

/** What the app asks as itself. Nothing of it holds words of messages. */
export function createSiteOperationHandlers(options: SiteOperationOptions): Pick<Handlers, SiteOperation> {
  const { store, cursors, health, readCertificate, now } = options;
  return {
    async listAccounts({ caller, params, query }) {
      const isActive = query.active;
      const binding = ['accounts', params.cloudId, caller.id, ...(isActive ? ['active'] : [])];
      const page = await store.listAccounts(params.cloudId, { ...readPage(query, cursors, binding), isActive });
      return answerPage(page, query, cursors, binding);
    },
    async eraseAccount({ caller, params: { cloudId, userId } }) {
      const erasure = await eraseWhileTime(() => store.eraseBatch(cloudId, userId, caller.id), now);
      // Also when nothing was found: an earlier call may have been stopped just before this.
      if (erasure.isFinished) await store.clearTraces();
      return erasure;
    },
    async listUnread({ caller, params, query }) {
      const since = query.since === undefined ? null : readTime('since', query.since);
      const until = query.until === undefined ? null : readTime('until', query.until);
      const ofMentions = query.mentions;
      const ofUser = query.user ?? null;
      const asked = [since, ...(until === null ? [] : [until]), ...(ofMentions ? ['mentions'] : [])];
      const binding = ['unread', params.cloudId, caller.id, ...asked, ...(ofUser === null ? [] : ['of', ofUser])];
      const span = { since, until, ofUser, ofMentions };
      const page = await store.listUnread(params.cloudId, { ...readPage(query, cursors, binding), ...span });
      const values = await tellHolds(store, params.cloudId, page.values, now());
      return answerPage({ ...page, values }, query, cursors, binding);
    },
    async noteDeed({ caller, params: { cloudId }, body, claim }) {
      const deed = checkDeed(body.value);
      if ((deed.action === 'switches-saved') !== (deed.switches !== undefined)) {
        throw refuseField('body/switches', 'must come with the action switches-saved, and with no other');
      }
      return store.noteDeed({ cloudId, callerId: caller.id, claim, deed });
    },
    async listAudit({ caller, params, query }) {
      const binding = ['audit', params.cloudId, caller.id, query.sort];
      const page = readPage(query, cursors, binding);
      return answerPage(await store.pageAudit(params.cloudId, { ...page, sort: query.sort }), query, cursors, binding);
    },
    async listClients({ params: { cloudId } }) {
      const [clients, uses] = await Promise.all([store.listClients(), store.listClientUses(cloudId)]);
      // What it may do elsewhere is the business of other sites.
      const ofSite = clients.filter(({ sites }) => sites.some((one) => one.toLowerCase() === cloudId));
      const values = ofSite.map(({ id, name, scopes, createdAt: created, revokedAt: revoked }) => ({
        ...{ id, name, scopes: [...scopes], created, revoked },
        used: uses.get(id)?.toISOString() ?? null,
      }));
      return { values };
    },
    async getSiteState({ params }) {
      const { days, purgedAt } = await store.findRetentionState(params.cloudId);
      const purged = purgedAt?.toISOString() ?? null;
      return { now: now().toISOString(), retentionDays: days, purged, certificate: readCertificate() };
    },
    async getHealth({ caller }) {
      return { ...health, claims: [...(caller.claims ?? [])] };
    },
  };
}

async function eraseWhileTime(eraseBatch: () => Promise<Erasure>, now: () => Date): Promise<Erasure> {
  const end = now().getTime() + eraseWithin;
  for (;;) {
    const erasure = await eraseBatch();
    if (erasure.isFinished || now().getTime() >= end) return erasure;
  }
}
