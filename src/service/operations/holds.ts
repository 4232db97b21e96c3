import type { Unread } from '../../contract/people';
import { createEndFilter } from '../conversation/hold/end-filter';
import { findHold } from '../conversation/hold/find-hold';
import { listEnded } from '../conversation/hold/hold-state';
import type { HoldStore } from '../conversation/hold/hold-store';
import { decidePerson } from '../conversation/preference-rules';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';
import { readTime } from './input/read-time';

type HoldOperation = 'listAway' | 'listEndedHolds';

/** People whom one page looks at, and of whose holds it reckons. It may be short, or empty, and go on. */
const mostLooked = 500;
const mostReckoned = 75;

/**
 * How long after its end a hold is listed, in milliseconds. Whoever changes what holds ends it as they do so; by then their
 * change is there to be seen, so that no end is ever set behind a look, and none is seen twice.
 */
const listedAfter = 60_000;

/** Who is away, for people; whose hold ended, for the app. @param now the store's clock */
export function createHoldHandlers(store: HoldStore, cursors: Cursors, now: () => Date): Pick<Handlers, HoldOperation> {
  return {
    async listAway({ caller, params: { cloudId }, query: { user } }) {
      decidePerson(caller);
      return { values: await store.listAway(cloudId, caller.id, [...new Set(user)], now()) };
    },
    async listEndedHolds({ params: { cloudId }, query }) {
      const binding = ['holds', cloudId, query.since, query.until];
      const { limit, after } = readPage(query, cursors, binding);
      const since = readTime('since', query.since).getTime() - listedAfter;
      // What is still to come has not ended, whatever the asker's clock says.
      const until = Math.min(readTime('until', query.until).getTime() - listedAfter, now().getTime());
      const mayHaveEnded = createEndFilter(since, until);
      const holders = await store.listHolders(cloudId, after?.key ?? '', mostLooked);
      const values = [];
      let [looked, reckoned] = [0, 0];
      for (const { userId, state } of holders) {
        looked += 1;
        if (!mayHaveEnded(state)) continue;
        const ended = listEnded(state, since, until);
        if (ended.length > 0) values.push({ user: { id: userId }, ...writeSpan(ended) });
        reckoned += 1;
        if (values.length === limit || reckoned === mostReckoned) break;
      }
      const last = holders[looked - 1];
      const isWhole = looked === holders.length && looked < mostLooked;
      const next = isWhole || !last ? null : { key: last.userId, id: '' };
      return answerPage({ values, next }, query, cursors, binding);
    },
  };
}

/** The rows of a page, each with the end of the hold in which its person is at a moment. */
export async function tellHolds(
  store: Pick<HoldStore, 'findHolds'>,
  cloudId: string,
  rows: readonly Unread[],
  at: Date,
): Promise<Unread[]> {
  if (rows.length === 0) return [];
  const choices = await store.findHolds(cloudId, [...new Set(rows.map(({ user }) => user.id))]);
  const ends = new Map([...choices].map(([id, choice]) => [id, findHold(choice, at.getTime())?.until]));
  return rows.map((row) => {
    const end = ends.get(row.user.id);
    return end === undefined ? row : { ...row, heldUntil: new Date(end).toISOString() };
  });
}

function writeSpan(ended: ReturnType<typeof listEnded>): { readonly from: string; readonly until: string } {
  const from = Math.min(...ended.map((span) => span.from));
  const until = Math.max(...ended.map((span) => span.until));
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}
