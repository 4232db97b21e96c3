import type { Parameter, Statement, Transaction } from '../engine/database';
import { noteQuestions } from '../rows/questions';
import type { LockedPlaces } from './lock-places';
import { keyOfPlace, type PendingSend } from './pending-send';

export const openQuestions = {
  name: 'open-questions',
  text: `
  update message m set awaits_answer = true
  from unnest($2::uuid[], $3::uuid[]) as t (conversation_id, id)
  where m.cloud_id = $1 and m.conversation_id = t.conversation_id and m.id = t.id`,
};

/** What each message of a batch answers: what the other end asked before it about the same issue. */
export const closeAnswered = {
  name: 'close-answered',
  text: `
  update message m set awaits_answer = false
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as t (conversation_id, id, sender_id, issue_id)
  where m.cloud_id = $1 and m.conversation_id = t.conversation_id and m.awaits_answer and m.id < t.id
    and m.sender_id <> t.sender_id and coalesce(m.issue_id, '') = t.issue_id`,
};

/**
 * Opens the questions among the messages that were just written, and closes what these answer. Where nobody waits and
 * nobody asks, which is nearly everywhere, nothing is looked at. The conversations are held by this transaction, and what is
 * changed goes along with its commit.
 */
export function answerQuestions(
  transaction: Transaction,
  cloudId: string,
  ids: ReadonlyMap<PendingSend, string>,
  places: LockedPlaces,
): void {
  const write = (statement: Statement, parameters: readonly Parameter[]) =>
    transaction.goAlong(transaction.query(statement, parameters));
  const written = [...ids].flatMap(([send, id]) => {
    const place = places.get(keyOfPlace(send.place));
    return place === undefined || place.lowId === null ? [] : [{ send, id, place }];
  });
  const asked = written.filter(({ send }) => send.isQuestion);
  const concerned = new Set(asked.map(({ place }) => place.id));
  for (const { place } of written) if (place.hasQuestions) concerned.add(place.id);
  if (concerned.size === 0) return;
  if (asked.length > 0) {
    write(openQuestions, [cloudId, asked.map(({ place }) => place.id), asked.map(({ id }) => id)]);
  }
  const answers = written.filter(({ place }) => concerned.has(place.id));
  write(closeAnswered, [
    cloudId,
    answers.map(({ place }) => place.id),
    answers.map(({ id }) => id),
    answers.map(({ send }) => send.sender.id),
    answers.map(({ send }) => send.issue?.id ?? ''),
  ]);
  write(noteQuestions, [cloudId, [...concerned]]);
}
