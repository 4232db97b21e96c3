import type { Statement } from '../engine/database';
import { fitPage, messageBytes } from '../rows/fit-page.sql';
import { messageColumns } from '../rows/message-row';

export type Direction = 'older' | 'newer';

/** How a statement is told its conversation, from its parameter $4 on. */
export interface Place {
  readonly name: string;
  /** Over the table `conversation` under the alias `c`. */
  readonly where: string;
  /** The number of the parameter after it: the id after which the caller reads. That of an issue is the next one. */
  readonly next: number;
}

/**
 * A page of a conversation on one side of the id $2, nearest to it first, and whether there is anything on the other
 * side of it (`beyond`). $3 is one more than the page may hold.
 */
function messagePageSql(place: Place, direction: Direction, ofIssue: boolean): Statement {
  const [here, there, order] = direction === 'older' ? ['<', '>=', 'desc'] : ['>', '<=', 'asc'];
  const issue = ofIssue ? `and m.issue_id = $${place.next + 1}` : '';
  // A value, not a join: only then does the planner see that the index gives the messages in their order already.
  const source = `message m where m.cloud_id = $1 and m.conversation_id = (select p.id from place p) and m.id > $${place.next}`;
  const candidates = `
      select ${messageColumns}, ${messageBytes} as bytes
      from ${source} and m.id ${here} $2 ${issue}
      order by m.id ${order}
      limit $3`;
  return {
    name: `read-${place.name}-${direction}${ofIssue ? '-of-issue' : ''}`,
    text: `
  with place as materialized (
    select c.id from conversation c where c.cloud_id = $1 and ${place.where}
  )
  select f.*, exists (select 1 from ${source} and m.id ${there} $2 ${issue}) as beyond
  from ${fitPage({ candidates, order: `n.id ${order}`, limit: '$3' })} f
  order by f.id ${order}`,
  };
}

export type MessagePageStatements = Readonly<Record<Direction, Readonly<Record<'all' | 'ofIssue', Statement>>>>;

/** Written out, so that each has a plan of its own: an issue's messages have their own index. */
export function messagePageStatements(place: Place): MessagePageStatements {
  return {
    older: { all: messagePageSql(place, 'older', false), ofIssue: messagePageSql(place, 'older', true) },
    newer: { all: messagePageSql(place, 'newer', false), ofIssue: messagePageSql(place, 'newer', true) },
  };
}
