import { randomInt, randomUUID } from 'node:crypto';
import { aDocument } from '../../shared/service/a-document';
import { ask } from '../../shared/service/ask';
import type { TestClients } from '../test-clients';
import { uuid } from '../two-clients';
import { openGroup, refusal, say } from './open-group';

interface Listed {
  readonly name: string;
  readonly user?: { readonly id: string };
  readonly messages?: { readonly values: readonly { readonly text: string }[] };
}

/** Every parameter of the list of conversations, and what a cursor of it is bound to. */
export function describeListing(open: () => TestClients) {
  // What only this run knows, so that a service with other conversations can be asked, too.
  const word = randomUUID().slice(0, 8);
  const issue = { id: String(randomInt(1_000_000, 1_000_000_000)), key: 'WEB-1' };
  const person = `person-${word}`;
  const asked = (query: string) =>
    ask(`GET ${open().conversations}?${query.replace('$word', word).replace('$issue', issue.id)}`, open().alice.asks());
  const list = async (query: string) => ((await asked(query)).body as { values: Listed[] }).values;
  const told = async (query: string) =>
    (await list(query)).map(({ name, user }) => (user ? 'direct' : name.replace(`${word} `, '')));

  describe('2. GET /site/{cloudId}/conversation, by its parameters', () => {
    beforeAll(async () => {
      const { alice, conversations } = open();
      const about = (target: string, text: string) =>
        ask(`POST ${target}/message`, alice.asks({ json: { body: aDocument(text), issue } }));
      await openGroup(open(), { name: `${word} Open`, privacy: 'public' });
      const shut = await openGroup(open(), { name: `${word} Shut` });
      const past = await openGroup(open(), { name: `${word} Past` });
      await ask(`PUT ${past}/archive`, alice.asks());
      await say(await openGroup(open(), { name: `${word} Busy`, privacy: 'public' }), alice);
      for (let n = 1; n <= 21; n += 1) await about(shut, `${n}`);
      await say(shut, alice, 'about nothing');
      await about(`${conversations}/user/${person}`, 'to one');
    }, 60_000);

    test.each([
      ['query=$word', 'Busy Open Shut'],
      ['query=$word&sort=asc', 'Busy Open Shut'],
      ['query=$word&sort=desc', 'Shut Open Busy'],
      ['query=$word&order=name', 'Busy Open Shut'],
      ['query=$word&order=activity', 'Shut Busy Open'],
      ['query=$word&order=activity&sort=asc', 'Shut Busy Open'],
      ['query=$word&include-private=false', 'Busy Open'],
      ['query=$word&include-private=true', 'Busy Open Shut'],
      ['query=$word&include-archived=false', 'Busy Open Shut'],
      ['query=$word&include-archived=true', 'Busy Open Past Shut'],
      ['query=$word&unread=true', ''],
      ['query=$word&unread=false', 'Busy Open Shut'],
      ['query=$word&limit=2', 'Busy Open'],
      ['issue=$issue', 'direct Shut'],
      ['issue=$issue&query=', 'direct Shut'],
      ['issue=$issue&query=$word', 'Shut'],
      ['issue=$issue&exclude-direct=false', 'direct Shut'],
      ['issue=$issue&exclude-direct=true', 'Shut'],
      ['issue=$issue&include-private=false', ''],
      ['user=person-$word', 'direct'],
      ['user=person-$word&user=somebody-else', 'direct'],
      ['user=somebody-else', ''],
      ['user=person-$word&issue=$issue', 'direct'],
      ['user=person-$word&issue=1', ''],
    ])('%s lists: %s', async (query, names) => {
      expect((await told(query)).join(' ')).toBe(names);
    });

    test('an archived direct conversation is listed again with include-archived=true', async () => {
      const [{ id } = { id: '' }] = (await list(`user=${person}`)) as { id: string }[] & Listed[];
      await ask(`PUT ${open().conversations}/${id}/archive`, open().alice.asks());
      expect([await told(`user=${person}`), await told(`user=${person}&include-archived=true`)]).toEqual([
        [],
        ['direct'],
      ]);
      await ask(`PUT ${open().conversations}/${id}/unarchive`, open().alice.asks());
    });

    test('expand=messages brings the latest 20 about the issue with each, ascending', async () => {
      const [direct, group] = await list('issue=$issue&expand=messages');
      expect(direct?.messages).toEqual({ values: [expect.objectContaining({ issue })], before: null, after: null });
      expect(group?.messages).toMatchObject({ before: uuid, after: null });
      const texts = group?.messages?.values.map(({ text }) => text);
      expect(texts).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 2}`));
      expect((await list('issue=$issue'))[1]).not.toHaveProperty('messages');
    });

    test.each([
      'include-private=false',
      'include-archived=true',
      'exclude-direct=true',
      'sort=desc',
      'order=activity',
      'unread=true',
      'issue=1',
      'user=somebody-else',
      'query=other',
    ])('a cursor made without %s is refused with it', async (filter) => {
      const named = filter.startsWith('query=') ? '' : 'query=$word&';
      const { cursor } = (await asked('query=$word&limit=1')).body as { cursor: string };
      const { status, body } = await asked(`${named}${filter}&cursor=${cursor}`);
      expect([status, body]).toEqual([400, refusal('invalid_request', 'query.cursor')]);
      expect((await told(`query=$word&cursor=${cursor}`)).join(' ')).toBe('Open Shut');
    });

    test.each(['limit=1', 'expand=activity', 'include-private=true&sort=asc&order=name'])(
      'a cursor goes on with %s, which does not change what is listed',
      async (parameters) => {
        const { cursor } = (await asked('query=$word&limit=1')).body as { cursor: string };
        expect((await told(`query=$word&${parameters}&cursor=${cursor}`))[0]).toBe('Open');
      },
    );

    test.each([
      ['drafts=true', 'issue=$issue', 'issue'],
      ['drafts=true', 'query=$word', 'query'],
      ['drafts=true', 'user=somebody-else', 'user'],
      ['drafts=true', 'programs=true', 'programs'],
      ['programs=true', 'issue=$issue', 'issue'],
    ])('%s with %s is 400', async (filter, other, name) => {
      const { status, body } = await asked(`${filter}&${other}`);
      expect([status, body]).toEqual([400, refusal('invalid_request', `query.${name}`)]);
    });

    test('drafts=true lists where one has a draft, and nothing else', async () => {
      const { alice, conversations } = open();
      const place = `${conversations.replace(/conversation$/, 'draft')}?user=${person}`;
      await ask(`PUT ${place}`, alice.asks({ json: { version: 1, type: 'doc', content: [] } }));
      expect(await told('drafts=true')).toContain('direct');
      await ask(`DELETE ${place}`, alice.asks());
      expect(await told('drafts=true&include-archived=true')).not.toContain('direct');
    });

    test.each(['include-private', 'include-archived', 'exclude-direct'])('%s=yes is 400', async (name) => {
      const { status, body } = await asked(`${name}=yes`);
      expect([status, body]).toEqual([400, refusal('invalid_request', `query.${name}`)]);
    });
  });
}
