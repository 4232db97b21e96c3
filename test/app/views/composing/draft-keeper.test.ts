import type { Words } from '../../../../src/app/definitions/composer';
import type { KeptDraft } from '../../../../src/app/definitions/draft';
import { createDraftKeeper, type DraftCalls } from '../../../../src/app/views/composing/draft-keeper';
import { joinWords } from '../../../../src/app/views/composing/join-words';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const words = (markdown: string): Words => ({ document: null, markdown });

/** A place of the service, which may be away, and of which all is told that was asked. */
function aPlace(there: KeptDraft | null = null) {
  let revisions = 0;
  const place = { there, isAway: false, asked: [] as unknown[] };
  const answer = async <T extends object>(asked: unknown, work: () => T) => {
    place.asked.push(asked);
    return place.isAway ? ({ ok: false } as const) : ({ ok: true, ...work() } as const);
  };
  const calls: DraftCalls = {
    find: () => answer('find', () => ({ draft: place.there })),
    save: (of, revision) =>
      answer(['save', of.markdown, revision], () => {
        if ((place.there?.revision ?? null) !== revision) return { outcome: 'moved-on' as const };
        revisions += 1;
        place.there = { revision: `r${revisions}`, words: of };
        return { outcome: 'saved' as const, revision: place.there.revision };
      }),
    drop: (revision) =>
      answer(['drop', revision], () => {
        if (place.there?.revision === revision) place.there = null;
        return {};
      }),
  };
  const states: string[] = [];
  const keeper = createDraftKeeper({ calls, onState: () => states.push(keeper.state()) });
  return { place, keeper, states };
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('words are saved after a rest, each save following the one before, and not while someone types', async () => {
  const { place, keeper } = aPlace();
  for (const text of ['H', 'He', 'Hel']) {
    keeper.note(words(text));
    await pass(300);
  }
  expect(place.asked).toEqual([]);
  await pass(400);
  keeper.note(words('Hello'));
  await pass(700);
  keeper.note(words('Hello'));
  await pass(5_000);
  expect(place.asked).toEqual([
    ['save', 'Hel', null],
    ['save', 'Hello', 'r1'],
  ]);
});

test('who never rests is saved all the same, and who leaves the place at once', async () => {
  const { place, keeper } = aPlace();
  for (let n = 0; n < 40; n += 1) {
    keeper.note(words('x'.repeat(n + 1)));
    await pass(300);
  }
  expect(place.asked).toHaveLength(1);
  keeper.note(words('last'));
  keeper.flush();
  await pass(0);
  expect(place.there?.words.markdown).toBe('last');
  keeper.flush();
  await pass(0);
  expect(place.asked).toHaveLength(2);
});

test('a send names the revision that is there, waits for a save, and leaves nothing to save', async () => {
  const { place, keeper } = aPlace();
  keeper.note(words('Hello'));
  keeper.flush();
  const sent: unknown[] = [];
  const answer = keeper.send(async (revision) => {
    sent.push(revision);
    place.there = null;
    return { ok: true };
  });
  expect(await answer).toEqual({ ok: true });
  keeper.note(words(''));
  await pass(5_000);
  expect([sent, place.asked]).toEqual([['r1'], [['save', 'Hello', null]]]);
  keeper.note(words('Next'));
  await pass(700);
  expect(place.asked.at(-1)).toEqual(['save', 'Next', null]);
});

test('what could not be saved is tried again until the service answers, and says so meanwhile', async () => {
  const { place, keeper, states } = aPlace();
  place.isAway = true;
  keeper.note(words('Hello'));
  await pass(700);
  expect(keeper.state()).toBe('not-kept');
  await pass(5_000);
  place.isAway = false;
  await pass(60_000);
  expect([place.there?.words.markdown, states]).toEqual(['Hello', ['not-kept', 'kept']]);
});

test('a draft is thrown away with its last word, and only the one that is known', async () => {
  const { place, keeper } = aPlace();
  keeper.note(words('Hello'));
  await pass(700);
  keeper.note(words('  '));
  await pass(700);
  expect([place.there, place.asked.at(-1)]).toEqual([null, ['drop', 'r1']]);
});

test('what an earlier view kept is loaded once, and gone on with', async () => {
  const { place, keeper } = aPlace({ revision: 'r0', words: words('Begun') });
  expect(await keeper.load()).toEqual(words('Begun'));
  await keeper.load();
  keeper.note(words('Begun and done'));
  place.there = { revision: 'r0', words: words('Begun') };
  await pass(700);
  expect(place.asked).toEqual(['find', ['save', 'Begun and done', 'r0']]);
});

test('an answer that was lost is no other draft, and one that was sent elsewhere begins anew', async () => {
  const { place, keeper, states } = aPlace();
  place.there = { revision: 'r9', words: words('Hello') };
  keeper.note(words('Hello'));
  await pass(700);
  keeper.note(words('Hello you'));
  await pass(700);
  expect(place.asked).toEqual([['save', 'Hello', null], 'find', ['save', 'Hello you', 'r9']]);
  place.there = null;
  keeper.note(words('Hello both'));
  await pass(700);
  await pass(10);
  expect([place.there, states]).toEqual([expect.objectContaining({ words: words('Hello both') }), []]);
});

test.each(['mine', 'other'] as const)('of two drafts neither is lost before someone chooses %s', async (whose) => {
  const { place, keeper } = aPlace();
  place.there = { revision: 'r9', words: words('Elsewhere') };
  keeper.note(words('Here'));
  await pass(700);
  expect(keeper.state()).toBe('elsewhere');
  keeper.note(words('Here too'));
  await pass(20_000);
  expect(place.there.words.markdown).toBe('Elsewhere');
  expect(keeper.choose(whose)).toEqual(whose === 'other' ? words('Elsewhere') : null);
  await pass(700);
  expect([place.there.words.markdown, keeper.state()]).toEqual([whose === 'mine' ? 'Here too' : 'Elsewhere', 'kept']);
});

test('what could not be sent is saved after all', async () => {
  const { place, keeper } = aPlace();
  keeper.note(words('Not to be sent'));
  expect(await keeper.send(async () => ({ ok: false }))).toEqual({ ok: false });
  await pass(700);
  expect(place.there?.words).toEqual(words('Not to be sent'));
});

test('what a save without an answer has left goes with what is sent, and does not come back', async () => {
  const { place, keeper } = aPlace();
  place.isAway = true;
  keeper.note(words('Hello'));
  await pass(700);
  place.isAway = false;
  // The service had taken it all the same.
  place.there = { revision: 'r7', words: words('Hello') };
  const sent: unknown[] = [];
  await keeper.send(async (revision) => {
    sent.push(revision);
    place.there = null;
    return { ok: true };
  });
  expect(sent).toEqual(['r7']);
});

test('words that are here already are not loaded a second time', async () => {
  const { place, keeper } = aPlace();
  place.isAway = true;
  keeper.note(words('Hello'));
  await pass(700);
  place.isAway = false;
  place.there = { revision: 'r7', words: words('Hello') };
  keeper.note(words('Hello you'));
  expect(await keeper.load()).toBeNull();
  await pass(700);
  expect(place.there).toMatchObject({ words: words('Hello you') });
});

test('where nobody said what is kept, it is asked again', async () => {
  const { place, keeper } = aPlace({ revision: 'r0', words: words('Begun') });
  place.isAway = true;
  expect(await keeper.load()).toBeUndefined();
  place.isAway = false;
  expect(await keeper.load()).toEqual(words('Begun'));
});

test('where no more are taken, it says so, and is not asked without a pause', async () => {
  let asked = 0;
  const calls: DraftCalls = {
    find: async () => ({ ok: true, draft: null }),
    save: async () => {
      asked += 1;
      return { ok: true, outcome: 'moved-on' };
    },
    drop: async () => ({ ok: true }),
  };
  const keeper = createDraftKeeper({ calls, onState: () => undefined });
  keeper.note(words('One too many'));
  await pass(20_000);
  expect([keeper.state(), asked]).toEqual(['not-kept', 3]);
});

test('where none is kept, nothing more is asked', async () => {
  const asked: string[] = [];
  const calls: DraftCalls = {
    find: async () => ({ ok: true, draft: null }),
    save: async ({ markdown }) => {
      asked.push(markdown);
      return { ok: true, outcome: 'not-kept' };
    },
    drop: async () => ({ ok: true }),
  };
  const keeper = createDraftKeeper({ calls, onState: () => undefined });
  for (const text of ['Hello', 'Hello you']) {
    keeper.note(words(text));
    await pass(700);
  }
  expect([asked, keeper.state()]).toEqual([['Hello'], 'kept']);
});

test('words are joined as paragraphs, as Markdown where all of it is', () => {
  const document = { version: 1, type: 'doc', content: [{ type: 'rule' }] } as const;
  expect(joinWords([words('one'), words(' '), words('two')])).toEqual(words('one\n\ntwo'));
  expect(joinWords([words('one'), { document, markdown: '---' }])).toEqual({
    document: { version: 1, type: 'doc', content: [expect.objectContaining({ type: 'paragraph' }), { type: 'rule' }] },
    markdown: 'one\n\n---',
  });
});
