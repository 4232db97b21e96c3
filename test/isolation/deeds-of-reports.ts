import { reportReasons } from '../../src/contract/report-reasons';
import { type Deed, newWord, pathOf, touchOwn } from './deed';
import type { Report } from './model';
import { same } from './same';
import { some } from './some';

/** Shows a message to the administrators of the site. */
export const report: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const places = model.places.filter(({ said }) => said.length > 0);
  const place = touchOwn(world, person, site, places, pick);
  const [message] = some(place?.said ?? [], pick, 1);
  if (place === undefined || message === undefined) return;
  const [reason] = some(reportReasons, pick, 1);
  const note = newWord(pick);
  const json = { reason, note: `okapi ${note}` };
  const answer = await world.ask(person, site, `PUT ${pathOf(place)}/message/${message.id}/report`, { json });
  const isThere = place.site === site && model.read(person, place).includes(message);
  if (!isThere || message.word === null) return same('reported what is not there', answer.status, 404);
  if (!place.members.has(person)) return same('reported from outside', answer.status, 403);
  if (message.sender === person) return same('reported their own', answer.status, 403);
  same('reported', answer.status, 204);
  const isKnown = (one: Report) => one.reporter === person && one.message === message && one.outcome === 'open';
  if (model.reports.some(isKnown)) return;
  const { body } = await world.ask(person, site, 'GET /report?limit=1');
  const { id } = (body as { values: { id: string }[] }).values[0] ?? { id: '' };
  model.reports.push({ site, id, reporter: person, place, message, word: message.word, note, outcome: 'open' });
};

/** An administrator looks at a report and decides it, or tries to: who wrote it, and the other site, find none. */
export const review: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const [waiting] = some(model.reports, pick, 1);
  if (waiting === undefined) return;
  const { id, message, word, note, place } = waiting;
  world.touched = place;
  const words = [word, note];
  const look = `POST /review/${id}/look` as const;
  const seen = await world.askAsApp(site, look, { json: { account: person }, words });
  const isTheirs = waiting.site === site && message.sender !== person;
  const outcome = pick() < 0.5 ? 'removed' : 'dismissed';
  const decision = `POST /review/${id}/decision` as const;
  const decide = () => world.askAsApp(site, decision, { json: { account: person, outcome } });
  if (!isTheirs) {
    same('looked at by who wrote it, or from elsewhere', seen.status, 404);
    return same('decided by who wrote it, or from elsewhere', (await decide()).status, 404);
  }
  if (waiting.outcome !== 'open') {
    same('looked at what is decided', seen.status, 409);
    return same('decided again', (await decide()).status, waiting.outcome === outcome ? 200 : 409);
  }
  const now = message.word === null ? 'deleted' : message.word === word ? 'same' : 'edited';
  const told = seen.body as { now: string; body: object; note: string };
  same('looked at', [told.now, told.note], [now, `okapi ${note}`]);
  same('its words as they stood', JSON.stringify(told.body).includes(word), true);
  if (pick() < 0.4) return;
  same('decided', (await decide()).status, 200);
  waiting.outcome = outcome;
  if (outcome === 'dismissed') return;
  if (message.word !== null) model.erase(message);
  for (const other of model.reports) {
    if (other.message === message && other.outcome === 'open') other.outcome = 'removed';
  }
};
