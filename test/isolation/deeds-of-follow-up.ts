import { type Deed, pathOf, refusedByBlock, touchOwn } from './deed';
import { same } from './same';
import { some } from './some';

const day = 86_400_000;

/** Waits for an answer to a message, or says that nobody waits for one any more. */
export const question: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const places = model.places.filter(({ kind, said }) => said.length > 0 && (kind === 'direct' || pick() < 0.3));
  const place = touchOwn(world, person, site, places, pick);
  const [message] = some(place?.said ?? [], pick, 1);
  if (place === undefined || message === undefined) return;
  const by = pick() < 0.6 ? message.sender : person;
  const isOpen = pick() < 0.7;
  const answer = await world.ask(
    by,
    site,
    `${isOpen ? 'PUT' : 'DELETE'} ${pathOf(place)}/message/${message.id}/question`,
  );
  const isThere = place.site === site && message.word !== null && model.read(by, place).includes(message);
  if (!isThere) return same('asked of what is not there', answer.status, 404);
  if (place.kind === 'group') return same('asked in a group', answer.status, 409);
  if (isOpen && message.sender !== by) return same("asked for another's", answer.status, 403);
  const pairs = [...place.members.keys()].map((other) => [other, by] as const);
  if (isOpen && refusedByBlock(model, site, answer, pairs)) return;
  same('asked', answer.status, 204);
  message.isQuestion = isOpen;
};

/** Of a place or of a message in it, sometimes of one from elsewhere; or no more. */
export const remind: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touchOwn(world, person, site, model.places, pick);
  if (place === undefined) return;
  const [elsewhere = place] = pick() < 0.15 ? some(model.places, pick, 1) : [];
  const [message] = pick() < 0.6 ? some(elsewhere.said, pick, 1) : [];
  const messageId = message?.id ?? null;
  const target = `${pathOf(place)}/reminder${messageId === null ? '' : `?message=${messageId}`}`;
  const isOther = (one: (typeof model.reminders)[number]) =>
    one.site !== site || one.person !== person || one.place !== place || one.messageId !== messageId;
  const isSet = pick() < 0.7;
  const due = new Date(Date.now() + day + Math.floor(pick() * 100 * day)).toISOString();
  const answer = await world.ask(person, site, `${isSet ? 'PUT' : 'DELETE'} ${target}`, isSet ? { json: { due } } : {});
  if (place.site !== site || !model.sees(person, place)) return same('reminded of the hidden', answer.status, 404);
  if (!place.members.has(person)) return same('reminded from outside', answer.status, 403);
  const isThere = message === undefined || (message.word !== null && model.read(person, place).includes(message));
  if (isSet && !isThere) return same('reminded of what is not there', answer.status, 404);
  same('reminded', answer.status, 204);
  model.reminders = model.reminders.filter(isOther);
  if (isSet) model.reminders.push({ site, person, place, messageId, due });
};
