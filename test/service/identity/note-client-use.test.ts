import { createUseNotes } from '../../../src/service/identity/note-client-use';

const start = Date.parse('2026-11-30T10:20:00.000Z');
const hour = 3_600_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));
const bot = { kind: 'client', id: 'client:bot' } as const;

function someNotes(write: () => Promise<void> = async () => {}) {
  const clock = { now: start };
  const written: string[] = [];
  const note = createUseNotes(
    {
      noteClientUse: (cloudId, clientId, at) => {
        written.push(`${cloudId} ${clientId} ${at.toISOString()}`);
        return write();
      },
    },
    () => new Date(clock.now),
  );
  return { clock, written, note };
}

test('a client is noted once in an hour of each site, and nobody else is', () => {
  const { note, written, clock } = someNotes();
  for (let n = 0; n < 5; n += 1) note(bot, 'one');
  note(bot, 'other');
  note({ kind: 'user', id: 'alice' }, 'one');
  note({ kind: 'app', id: 'app:1' }, 'one');
  expect(written).toEqual(['one bot 2026-11-30T10:00:00.000Z', 'other bot 2026-11-30T10:00:00.000Z']);
  clock.now = start + hour;
  note(bot, 'one');
  expect(written.at(-1)).toBe('one bot 2026-11-30T11:00:00.000Z');
});

test('what could not be written is tried again by the next request', async () => {
  let isAway = true;
  const { note, written } = someNotes(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()));
  note(bot, 'one');
  note(bot, 'one');
  await settled();
  isAway = false;
  note(bot, 'one');
  await settled();
  note(bot, 'one');
  expect(written).toHaveLength(2);
});
