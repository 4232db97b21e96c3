import { type Deed, pathOf, touch } from './deed';
import { markRead, markUnread, unread } from './reading';
import { same } from './same';
import { some } from './some';

/** Up to a message, or from it on again: of the place, or of the issue that it is about. */
export const read: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    model.of(site).filter(({ members }) => members.has(person)),
    pick,
  );
  const [message] = some(place ? model.read(person, place) : [], pick, 1);
  if (place === undefined || message === undefined) return;
  const isRead = pick() < 0.5;
  const issue = pick() < 0.5 ? message.about : null;
  const json = { messageId: message.id, ...(issue === null ? {} : { issue }) };
  const answer = await world.ask(person, site, `PUT ${pathOf(place)}/${isRead ? 'read' : 'unread'}`, { json });
  same('marked', answer.status, 204);
  (isRead ? markRead : markUnread)(person, place, message.id, issue);
};

/** All at once: it counts where something is unread to them, and moves nobody else's markers. */
export const readAll: Deed = async (world, person, site) => {
  const { model } = world;
  const due = model.of(site).filter((place) => unread(person, place).length > 0);
  const { status, body } = await world.ask(person, site, 'PUT /read');
  same('all marked', [status, body], [200, { count: due.length, cursor: '' }]);
  for (const place of due) markRead(person, place, model.lastId(place), null);
};
