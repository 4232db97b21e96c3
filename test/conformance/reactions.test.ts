import { randomUUID } from 'node:crypto';
import { reactionNames } from '../../src/contract/reaction-names';
import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { runService, site } from '../shared/service/running-service';
import { runForSuite } from './own-service';
import { idOf } from './two-clients';

const own = runForSuite({ ASIDE_RATE_SENDS_ACCOUNT: '0' });
const { as } = own;
const aPerson = (name: string) => `${name}-${randomUUID()}`;
const refusal = (error: string, field?: string) =>
  expect.objectContaining({ error, ...(field && { details: [{ field, rule: expect.any(String) }] }) });
const reactionsIn = async (who: string, path: string) => {
  const { body } = await as(who, `GET ${path}`);
  return (body as { values: { reactions?: unknown }[] }).values.map(({ reactions }) => reactions);
};

async function aDirectMessage() {
  const [ann, ben] = [aPerson('ann'), aPerson('ben')];
  const id = idOf(await as(ann, `POST /conversation/user/${ben}/message`, { json: aDocument() }));
  const conversation = idOf(await as(ann, `GET /conversation/user/${ben}`));
  return { ann, ben, id, conversation };
}
async function aGroupMessage(privacy = 'private') {
  const [ann, ben] = [aPerson('ann'), aPerson('ben')];
  const conversation = idOf(await as(ann, 'POST /conversation', { json: { name: 'Group', privacy } }));
  await as(ann, `PATCH /conversation/${conversation}/roster`, { json: { add: [ben] } });
  const id = idOf(await as(ann, `POST /conversation/${conversation}/message`, { json: aDocument() }));
  return { ann, ben, id, conversation, path: `/conversation/${conversation}/message/${id}` };
}

describe('PUT and DELETE …/message/{messageId}/reaction/{name}', () => {
  test('answer 204, again too, by the person and by the conversation, for every name', async () => {
    const { ann, ben, id, conversation } = await aDirectMessage();
    for (const name of reactionNames) {
      for (const path of [`user/${ann}`, `user/${ann}`, conversation]) {
        const { status, body } = await as(ben, `PUT /conversation/${path}/message/${id}/reaction/${name}`);
        expect([status, body]).toEqual([204, undefined]);
      }
    }
    const all = reactionNames.map((name) => expect.objectContaining({ name, count: 1, mine: false, users: [ben] }));
    expect(await reactionsIn(ann, `/conversation/user/${ben}/message`)).toEqual([expect.arrayContaining(all)]);
    for (const name of reactionNames) {
      for (const path of [conversation, `user/${ann}`]) {
        expect((await as(ben, `DELETE /conversation/${path}/message/${id}/reaction/${name}`)).status).toBe(204);
      }
    }
    expect(await reactionsIn(ann, `/conversation/user/${ben}/message`)).toEqual([undefined]);
  });

  test('refuse a name that there is not, and a body', async () => {
    const { ben, path } = await aGroupMessage();
    for (const name of ['clown', 'EYES', '%F0%9F%91%8D']) {
      const { status, body } = await as(ben, `PUT ${path}/reaction/${name}`);
      expect([status, body]).toEqual([400, refusal('invalid_request', 'path.name')]);
    }
    expect((await as(ben, `PUT ${path}/reaction/eyes`, { json: {} })).status).toBe(400);
  });

  test('are 404 to who does not see the message, and for a tombstone', async () => {
    const { ann, ben, id, conversation, path } = await aGroupMessage();
    expect((await as(aPerson('eve'), `PUT ${path}/reaction/eyes`)).status).toBe(404);
    expect((await as(aPerson('eve'), `PUT /conversation/user/${ann}/message/${id}/reaction/eyes`)).status).toBe(404);
    await as(ben, `PUT ${path}/reaction/eyes`);
    await as(ann, `DELETE ${path}`);
    for (const method of ['PUT', 'DELETE'] as const) {
      expect((await as(ben, `${method} ${path}/reaction/eyes`)).status).toBe(404);
    }
    expect(await reactionsIn(ben, `/conversation/${conversation}/message`)).toEqual([undefined]);
  });

  test('of a public group are for who may send there, and make nobody a member', async () => {
    const { ann, path, conversation } = await aGroupMessage('public');
    const reader = aPerson('reader');
    expect((await as(reader, `PUT ${path}/reaction/heart`)).status).toBe(204);
    expect((await as(ann, `GET /conversation/${conversation}/roster`)).body).not.toMatchObject({
      values: expect.arrayContaining([reader]),
    });
    const client = await own.service.addClient({ scopes: ['participate:conversation'], sites: [site] });
    const token = await fetchToken(own.service.url, client);
    expect((await ask(`PUT ${own.base}${path}/reaction/heart`, { token })).status).toBe(404);
  });

  test('are 409 in an archived group and 403 to who is blocked; what was given may be taken back', async () => {
    const group = await aGroupMessage();
    await as(group.ben, `PUT ${group.path}/reaction/eyes`);
    await as(group.ann, `PUT /conversation/${group.conversation}/archive`);
    const archived = await as(group.ben, `PUT ${group.path}/reaction/heart`);
    expect([archived.status, archived.body]).toEqual([409, refusal('conflict')]);
    expect((await as(group.ben, `DELETE ${group.path}/reaction/eyes`)).status).toBe(204);

    const { ann, ben, id, conversation } = await aDirectMessage();
    await as(ben, `PUT /conversation/user/${ann}/message/${id}/reaction/eyes`);
    await as(ann, `PUT /block/${ben}`);
    for (const path of [`user/${ann}`, conversation]) {
      const { status, body } = await as(ben, `PUT /conversation/${path}/message/${id}/reaction/heart`);
      expect([status, body]).toEqual([403, refusal('blocked')]);
    }
    expect((await as(ann, `PUT /conversation/user/${ben}/message/${id}/reaction/heart`)).status).toBe(204);
    expect((await as(ben, `DELETE /conversation/user/${ann}/message/${id}/reaction/eyes`)).status).toBe(204);
    const left = [expect.objectContaining({ name: 'heart', users: [ann] })];
    expect(await reactionsIn(ben, `/conversation/user/${ann}/message`)).toEqual([left]);
  });

  test('count as sends, and say so', async () => {
    const began = new Date();
    const node = await runService({
      env: { ...own.forge.env, ASIDE_RATE_SENDS_ACCOUNT: '3' },
      ...{ store: own.service.store, now: () => began },
    });
    const at = `${node.url}/site/${site}`;
    const { ann, ben, id } = await aDirectMessage();
    const path = `/conversation/user/${ann}/message`;
    const answers = [
      await as(ben, `POST ${path}`, { json: aDocument() }, at),
      await as(ben, `PUT ${path}/${id}/reaction/eyes`, {}, at),
      await as(ben, `DELETE ${path}/${id}/reaction/eyes`, {}, at),
      await as(ben, `PUT ${path}/${id}/reaction/eyes`, {}, at),
    ];
    await node.close();
    expect(answers.map(({ status }) => status)).toEqual([201, 204, 204, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
    expect(answers[3]?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
