import type { Database } from '../../../../src/service/store/engine/database';
import { publicLookBytes, publicLooks } from '../../../../src/service/store/messages/search-messages';
import { aDocument, aMessage, aMessageInto, aSearch, aSite, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { advance, startOfTest, type TestStore } from '../open-test-store';

export function describeSearching(open: () => TestStore, database: () => Database) {
  const find = async (cloudId: string, words: string[], parts: object = {}) =>
    (await open().store.searchMessages(aSearch({ cloudId, words, ...parts }))).values.map(({ text }) => text);

  /** A second apart, alternately to bob and to carol. */
  async function write(cloudId: string, texts: readonly string[]) {
    const { store, clock } = open();
    for (const [n, text] of texts.entries()) {
      advance(clock, 1000);
      await store.sendDirect(aMessage({ cloudId, to: n % 2 ? 'carol' : 'bob', text }));
    }
    clock.now = startOfTest;
  }

  describe('searching messages', () => {
    test('finds parts of words, all that are asked for, in any case and order, the newest first', async () => {
      const cloudId = aSite();
      await write(cloudId, ['The login page fails', 'Logging in works', 'page of LOGIN names', 'nothing']);
      expect(await find(cloudId, ['login'])).toEqual(['page of LOGIN names', 'The login page fails']);
      expect(await find(cloudId, ['PAGE', 'log'])).toEqual(['page of LOGIN names', 'The login page fails']);
      expect(await find(cloudId, ['login', 'nothing'])).toEqual([]);
    });

    test('knows the cases of all letters, also where a database does not', async () => {
      const cloudId = aSite();
      await write(cloudId, ['Ärger mit Ωmega', 'straße', 'ИЗДЕЛИЕ', '検索する']);
      expect(await find(cloudId, ['äRGER', 'ω'])).toEqual(['Ärger mit Ωmega']);
      expect(await find(cloudId, ['STRAß'])).toEqual(['straße']);
      expect(await find(cloudId, ['издел'])).toEqual(['ИЗДЕЛИЕ']);
      expect(await find(cloudId, ['索'])).toEqual(['検索する']);
    });

    test.each([
      ['ß is ss', 'Die Straße', ['STRASSE', 'strasse', 'STRAẞE', 'straße', 'Stras', 'sse']],
      ['ẞ is ss', 'GROẞE', ['grosse', 'GROSSE', 'große', 'GROẞE', 'groß']],
      ['and ss is ß', 'STRASSE Flussschiff', ['straße', 'strasse', 'ẞe', 'flußschiff', 'fluſſ']],
      ['of a last sigma', 'ΟΔΟΣ οδος', ['οδος', 'οδοσ', 'ΟΔΟΣ']],
      ['of the four letters i', 'İSTANBUL ısı', ['istanbul', 'ISTANBUL', 'İstanbul', 'ıstanbul', 'ISI', 'isi', 'ISİ']],
      ['of an i that was typed with its dot', 'i\u0307stanbul', ['istanbul', 'İSTANBUL', 'i\u0307stan']],
      ['joined letters', 'ﬁnd the eﬃcient ﬆop', ['FIND', 'find', 'efficient', 'EFFICIENT', 'stop', 'ﬃ', 'fic']],
      ['marks without a capital', 'J\u030cAR ǰar', ['ǰar', 'J\u030car']],
      ['Greek with iota below', 'ᾼΔΗΣ ᾳδης', ['ᾳδης', 'ΑΙΔΗΣ', 'αιδησ']],
      ['signs that stand for letters', '5 µm, 300 K', ['μM', 'Μm', 'K', 'k']],
      ['other scripts', 'Ꭰᏸ Ა ԵՒ 𐐀', ['ꭰᏰ', 'ა', 'և', '𐐨']],
    ])('ignores case: %s', async (_what, text, words) => {
      const cloudId = aSite();
      await write(cloudId, [text]);
      for (const word of words) expect([word, await find(cloudId, [word])]).toEqual([word, [text.normalize('NFC')]]);
      expect(await find(cloudId, ['strase'])).toEqual([]);
    });

    test('finds a letter with a mark in whichever way it was written, also after an edit', async () => {
      const { store } = open();
      const cloudId = aSite();
      const twoSigns = 'e\u0301te\u0301';
      await write(cloudId, [twoSigns]);
      expect(await find(cloudId, ['\u00e9t\u00e9'])).toEqual(['\u00e9t\u00e9']);
      const [found] = (await store.searchMessages(aSearch({ cloudId, words: ['t'] }))).values;
      if (!found) throw new Error('one is expected');
      expect(found.body).toEqual(aMessage({ cloudId, text: twoSigns }).body);
      await store.replaceMessage({ ...found, cloudId, body: aDocument(''), text: 'a\u0308' }, unchecked);
      expect(await find(cloudId, ['\u00e4'])).toEqual(['\u00e4']);
    });

    test('takes every sign as it stands', async () => {
      const cloudId = aSite();
      const odd = 'a.b*c[d](e){2}^$|\\d+?-_%~#😀"\'/';
      await write(cloudId, [odd, 'axbbc 7']);
      for (const word of [odd, ...odd.replaceAll(/[a-e2]/g, ''), '.b*', '\\d']) {
        expect([word, await find(cloudId, [word])]).toEqual([word, [odd]]);
      }
      expect(await find(cloudId, ['a.b'])).toEqual([odd]);
      expect(await find(cloudId, ['***:'])).toEqual([]);
    });

    test('looks only where the caller may read', async () => {
      const { store, clock } = open();
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId, from: 'bob', to: 'carol', text: 'secret direct' }));
      advance(clock, 1000);
      const other = aSite();
      await store.sendDirect(aMessage({ cloudId: other, text: 'secret elsewhere' }));
      for (const privacy of ['private', 'public'] as const) {
        const conversationId = await makeGroup(open(), { cloudId, ownerId: 'bob', privacy });
        await store.sendToConversation(
          aMessageInto({ cloudId, conversationId, from: 'bob', text: `secret ${privacy}` }),
        );
      }
      clock.now = startOfTest;
      expect(await find(cloudId, ['secret'])).toEqual(['secret public']);
      expect(await find(cloudId, ['secret'], { seesPublicGroups: false })).toEqual([]);
      expect(await find(cloudId, ['secret'], { callerId: 'carol' })).toEqual(['secret public', 'secret direct']);
      expect(await find(cloudId, ['secret'], { callerId: 'bob', seesPublicGroups: false })).toHaveLength(3);
      // As a node of the version before leaves it.
      const text = 'update message m set may_be_public = true where m.cloud_id = $1';
      await database().query({ name: 'open-all', text }, [cloudId]);
      expect(await find(cloudId, ['secret'])).toEqual(['secret public']);
    });

    test('finds a group that one was taken into, and loses one that one was put out of', async () => {
      const { store } = open();
      const cloudId = aSite();
      const conversationId = await makeGroup(open(), { cloudId });
      await store.sendToConversation(aMessageInto({ cloudId, conversationId, text: 'history' }));
      const asBob = () => find(cloudId, ['history'], { callerId: 'bob' });
      expect(await asBob()).toEqual([]);
      await store.changeMembers(cloudId, conversationId, { add: ['bob'], remove: [] }, unchecked);
      expect(await asBob()).toEqual(['history']);
      await store.changeMembers(cloudId, conversationId, { add: [], remove: ['bob'] }, unchecked);
      expect(await asBob()).toEqual([]);
    });

    test('does not find what was deleted, and finds an edit by its new words', async () => {
      const { store } = open();
      const cloudId = aSite();
      await write(cloudId, ['first words', 'second words']);
      const { values } = await store.searchMessages(aSearch({ cloudId, words: ['words'] }));
      const [second, first] = values.map(({ id, conversationId }) => ({ cloudId, id, conversationId }));
      if (!first || !second) throw new Error('two are expected');
      await store.eraseMessage(first, unchecked);
      await store.replaceMessage({ ...second, body: aMessage({ cloudId }).body, text: 'other text' }, unchecked);
      expect(await find(cloudId, ['words'])).toEqual([]);
      expect(await find(cloudId, ['text'])).toEqual(['other text']);
    });

    test('pages without repeating or missing one', async () => {
      const { store } = open();
      const cloudId = aSite();
      await write(cloudId, ['note 1', 'note 2', 'note 3', 'note 4', 'note 5']);
      const found: string[] = [];
      let search = aSearch({ cloudId, words: ['note'], limit: 2 });
      for (let pages = 0; pages < 5; pages += 1) {
        const { values, next } = await store.searchMessages(search);
        found.push(...values.map(({ text }) => text));
        if (next === null) break;
        search = { ...search, after: next };
      }
      expect(found).toEqual(['note 5', 'note 4', 'note 3', 'note 2', 'note 1']);
    });

    describe('where public groups say much', () => {
      /** Every seventh of these finds a word, and the eldest of all does. In turn they lie in two groups and in one's own. */
      const count = 2 * publicLooks + 1_000;
      let cloudId: string;

      beforeAll(async () => {
        const { store } = open();
        cloudId = aSite();
        const own = await store.openDirect(cloudId, 'alice', 'bob');
        const others = await store.openDirect(cloudId, 'bob', 'carol');
        const places = [others.id, own.id];
        for (const privacy of ['private', 'public', 'public'] as const) {
          places.push(await makeGroup(open(), { cloudId, ownerId: 'bob', privacy }));
        }
        // Without the column that says what is public, as a node of the version before writes.
        const text = `insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, origin_kind)
          select $1::uuid, case n % 50 when 0 then $2 when 1 then $3 when 2 then $4 else case n % 2 when 0 then $5 else $6 end end::uuid,
            (lpad(to_hex(1767225600000 + n), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid, 'bob', 'user', '{}',
            case when n % 7 = 0 or n = 51 then 'found ' else 'lost ' end || n, 'person'
          from generate_series(3, ${count} + 2) n`;
        await database().query({ name: 'fill-groups', text }, [cloudId, ...places]);
      });

      async function walk(parts: object = {}) {
        const pages: string[][] = [];
        let search = aSearch({ cloudId, words: ['found'], limit: 75, ...parts });
        for (;;) {
          const { values, next } = await open().store.searchMessages(search);
          pages.push(values.map(({ text }) => text));
          if (next === null) return pages;
          search = { ...search, after: next };
        }
      }
      const numbers = (isTheirs: (n: number) => boolean) =>
        Array.from({ length: count }, (_, n) => count + 2 - n).filter(isTheirs);

      test('all pages together hold what is theirs to find, in its order', async () => {
        const isTheirs = (n: number) => (n % 7 === 0 || n === 51) && n % 50 !== 0 && n % 50 !== 2;
        const expected = numbers(isTheirs).map((n) => `found ${n}`);
        for (const limit of [75, 7]) expect((await walk({ limit })).flat()).toEqual(expected);
      });

      test('a page that looked as far as one may ends there, with what it found, and goes on', async () => {
        const rare = await walk({ words: ['found', '51'], callerId: 'dora' });
        expect([rare.length, rare.every((page) => page.length < 75)]).toEqual([Math.ceil(count / publicLooks), true]);
        expect(await walk({ words: ['nowhere'] })).toEqual(rare.map(() => []));
        expect(await walk({ words: ['nowhere'], seesPublicGroups: false })).toEqual([[]]);
      });

      test('a page ends as well where the texts that it looked at are long', async () => {
        const long = aSite();
        const groupId = await makeGroup(open(), { cloudId: long, ownerId: 'bob', privacy: 'public' });
        const text = `insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, origin_kind)
          select $1::uuid, $2::uuid, (lpad(to_hex(1767225600000 + n), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
            'bob', 'user', '{}', repeat('long ', 12000) || n, 'person'
          from generate_series(1, 80) n`;
        await database().query({ name: 'fill-with-long-texts', text }, [long, groupId]);
        const perPage = Math.ceil(publicLookBytes / 60_002);
        expect(await walk({ cloudId: long, words: ['nowhere'] })).toEqual(
          Array.from({ length: Math.ceil(80 / perPage) }, () => []),
        );
        const found = (await walk({ cloudId: long, words: ['long'], limit: 7 })).flat();
        expect(found.map((words) => Number(words.slice(60_000)))).toEqual(Array.from({ length: 80 }, (_, n) => 80 - n));
      });

      test('a page’s cursor names a message that was found, or none', async () => {
        for (const callerId of ['alice', 'dora']) {
          let search = aSearch({ cloudId, words: ['found 5'], limit: 5, callerId });
          for (let named = 0, none = 0; ; ) {
            const { values, next } = await open().store.searchMessages(search);
            if (next === null) {
              expect([named > 0, none > 0]).toEqual([true, true]);
              break;
            }
            if (values.some(({ id }) => id === next.id)) named += 1;
            else {
              none += 1;
              const nil = '0000-0000-000000000000';
              expect([next.key, next.id.slice(14)]).toEqual([`00000000-0000-${nil}`, nil]);
            }
            search = { ...search, after: next };
          }
        }
      });

      test('what was said in the millisecond in which the looks of a page end is looked at by one page', async () => {
        const twins = aSite();
        const group = await makeGroup(open(), { cloudId: twins, ownerId: 'bob', privacy: 'public' });
        const fill = `insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, origin_kind)
          select $1::uuid, $2::uuid, (lpad(to_hex(1767225600000 + n / 3), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
            'bob', 'user', '{}', 'said ' || n, 'person'
          from generate_series(0, ${publicLooks + 9}) n`;
        await database().query({ name: 'fill-twins', text: fill }, [twins, group]);
        const pages = await walk({ cloudId: twins, words: ['said'], limit: publicLooks * 2 });
        const all = Array.from({ length: publicLooks + 10 }, (_, n) => `said ${publicLooks + 9 - n}`);
        expect(pages.flat()).toEqual(all);
        // The last one to be looked at is the second one of its millisecond, and the first one goes along.
        expect(pages.map(({ length }) => length)).toEqual([publicLooks + 1, 9]);
      });

      test('one’s own that is older than what was looked at comes in its turn', async () => {
        const pages = await walk({ words: ['found 51'] });
        expect(pages.filter(({ length }) => length > 0)).toEqual([['found 518', 'found 511', 'found 51']]);
        expect(pages.at(-1)).toHaveLength(3);
        const own = numbers((n) => n % 50 === 1 && (n % 7 === 0 || n === 51)).map((n) => `found ${n}`);
        expect((await walk({ seesPublicGroups: false })).flat()).toEqual(own);
      });
    });
  });
}
