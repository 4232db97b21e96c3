import { same } from './same';
import type { World } from './world';

/** Who is away is told to whom they have not blocked, and of who is not, who is to be and who is nobody the same: nothing. */
export async function lookAtAbsences(world: World, person: string, site: string): Promise<void> {
  const { model } = world;
  const asked = [...model.people, 'nobody'].map((id) => `user=${encodeURIComponent(id)}`).join('&');
  const { body } = await world.ask(person, site, `GET /away?${asked}`);
  const { values } = body as { values: { user: { id: string }; word: string; substitute: { id: string } | null }[] };
  const known = model.absencesFor(person, site).filter(([, { isToCome }]) => !isToCome);
  same(
    'away',
    values.map(({ user, word, substitute }) => [user.id, word, substitute?.id ?? null]),
    known.map(([id, { word, substitute }]) => [id, `okapi ${word}`, substitute]),
  );
}
