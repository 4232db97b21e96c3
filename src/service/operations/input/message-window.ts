import type { QueryOf } from '../../../contract/described-operations';
import type { MessageWindow } from '../../conversation/conversation-store';
import { refuseField } from '../../errors/app-error';

const positions = ['afterMessage', 'beforeMessage', 'afterTimestamp', 'beforeTimestamp'] as const;

/** Where to read, of a query that was checked. @throws AppError `invalid_request` for more than one position. */
export function parseMessageWindow(query: QueryOf<'listDirectMessages'>): MessageWindow {
  const [kind, second] = positions.filter((name) => query[name] !== undefined);
  if (second !== undefined) throw refuseField(`query.${second}`, `must not be sent together with ${kind}`);
  return { limit: query.limit, issueId: query.issue ?? null, position: readPosition(kind, query) };
}

function readPosition(
  kind: (typeof positions)[number] | undefined,
  query: QueryOf<'listDirectMessages'>,
): MessageWindow['position'] {
  if (kind === undefined) return { kind: 'latest' };
  const value = query[kind] ?? '';
  if (kind === 'afterMessage' || kind === 'beforeMessage') return { kind, id: value };
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw refuseField(`query.${kind}`, 'must be a time in ISO 8601');
  return { kind, at };
}
