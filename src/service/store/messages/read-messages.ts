import type { Message, MessageList } from '../../../contract/resources';
import type { MessageWindow } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { firstIdAt, lastIdAt } from '../rows/message-id';
import type { MessageRow } from '../rows/message-row';
import { openMessages } from '../rows/open-messages';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import type { Direction, MessagePageStatements } from './read-messages.sql';

/** Where to read: the statements for a conversation, and the parameters that name it. */
export interface ReadPlace {
  readonly statements: MessagePageStatements;
  readonly cloudId: string;
  readonly callerId: string;
  readonly named: readonly string[];
  /** Only what is later is read; null: all. */
  readonly afterId: string | null;
}

interface Side {
  /** Ascending. */
  readonly values: Message[];
  /** Whether there are more on this side, and any on the other. */
  readonly goesOn: boolean;
  readonly isBeyond: boolean;
}

export async function readMessages(
  database: Queries,
  place: ReadPlace,
  { limit, position, issueId }: MessageWindow,
): Promise<MessageList> {
  const { direction, from } = locate(position);
  const { values, goesOn, isBeyond } = await readSide(database, place, { direction, from, limit, issueId });
  const [hasOlder, hasNewer] = direction === 'older' ? [goesOn, isBeyond] : [isBeyond, goesOn];
  return {
    values,
    before: (hasOlder && values.at(0)?.id) || null,
    after: (hasNewer && values.at(-1)?.id) || null,
  };
}

/** Messages on one side of an id, as many as fit into a page of `limit`. */
async function readSide(
  database: Queries,
  { statements, cloudId, callerId, named, afterId }: ReadPlace,
  { direction, from, limit, issueId }: { direction: Direction; from: string; limit: number; issueId: string | null },
): Promise<Side> {
  const statement = statements[direction][issueId === null ? 'all' : 'ofIssue'];
  const parameters = [
    cloudId,
    from,
    limit + 1,
    ...named,
    afterId ?? beforeAllIds,
    ...(issueId === null ? [] : [issueId]),
  ];
  const rows = await database.query<MessageRow & { goes_on: boolean; beyond: boolean }>(statement, parameters);
  const values = rows.map(await openMessages(database, { cloudId, callerId }, rows));
  if (direction === 'older') values.reverse();
  return { values, goesOn: rows.at(-1)?.goes_on ?? false, isBeyond: rows[0]?.beyond ?? false };
}

/** Ids carry their time, so that a time is a place among them. */
function locate(position: MessageWindow['position']): { direction: Direction; from: string } {
  switch (position.kind) {
    case 'latest':
      return { direction: 'older', from: afterAllIds };
    case 'beforeMessage':
      return { direction: 'older', from: position.id };
    case 'afterMessage':
      return { direction: 'newer', from: position.id };
    case 'beforeTimestamp':
      return { direction: 'older', from: firstIdAt(position.at) };
    case 'afterTimestamp':
      return { direction: 'newer', from: lastIdAt(position.at) };
  }
}
