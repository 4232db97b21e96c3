import type { Actor } from '../../../platform/jira/actor';
import { askJira } from '../../../platform/jira/ask-jira';
import { aPerson, openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';

const text = (words: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

describe('what people do on the issues of the room’s Jira', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let test: TestPlatform;
  let acted: object[];
  beforeEach(async () => {
    place = temporaryFolder();
    acted = [];
    const act = (payload: object) => {
      acted.push(payload);
      return { status: 'sent' };
    };
    test = await openTestPlatform({ folder: place.folder, handlers: { act } });
  });
  afterEach(async () => {
    await test.close();
    place.remove();
  });

  const as = (handle: string): Actor => ({ kind: 'person', person: aPerson(handle) });
  const ask = (method: string, path: string, body?: unknown, actor: Actor = as('bob')) => {
    const { status, body: answer } = askJira(
      test.platform.jira,
      { method, path: `/rest/api/3${path}`, body },
      actor,
      'view',
    );
    return { status, body: answer as Record<string, unknown> };
  };
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Sweep the yard' };

  it('makes an issue with the next key of its project, which is there for everyone and after a restart', async () => {
    const made = ask('POST', '/issue', { fields: { ...fields, assignee: { accountId: aPerson('emi').accountId } } });
    expect(made).toMatchObject({ status: 201, body: { key: 'OPS-9' } });
    const read = () => ask('GET', '/issue/OPS-9', undefined, as('carla')).body;
    const expected = {
      fields: {
        summary: 'Sweep the yard',
        status: { name: 'To Do' },
        reporter: { accountId: aPerson('bob').accountId },
        assignee: { accountId: aPerson('emi').accountId },
      },
    };
    expect(read()).toMatchObject(expected);
    expect(ask('POST', '/issue', { fields }).body).toMatchObject({ key: 'OPS-10' });
    await test.close();
    test = await openTestPlatform({ folder: place.folder });
    expect(read()).toMatchObject(expected);
  });

  it.each([
    ['project', { project: { key: 'NONE' } }],
    ['issuetype', { issuetype: { name: 'Poem' } }],
    ['summary', { summary: '  ' }],
    ['summary', { summary: 'x'.repeat(256) }],
    ['priority', { priority: { name: 'Whatever' } }],
    ['assignee', { assignee: { accountId: 'nobody' } }],
  ])('refuses an issue by its %s, and makes none', (field, wrong) => {
    const { status, body } = ask('POST', '/issue', { fields: { ...fields, ...wrong } });
    expect([status, Object.keys((body['errors'] ?? {}) as object)]).toEqual([400, [field]]);
    expect(ask('GET', '/issue/OPS-9').status).toBe(404);
  });

  it('lets nobody write who is not logged in or does not see the issue', () => {
    const anonymous: Actor = { kind: 'anonymous' };
    expect(ask('POST', '/issue', { fields }, anonymous).status).toBe(401);
    expect(ask('POST', '/issue/WEB-1/comment', { body: text('x') }, anonymous).status).toBe(401);
    expect(ask('POST', '/issue/WEB-1/transitions', { transition: { id: '31' } }, anonymous).status).toBe(401);
    for (const path of ['comment', 'changelog', 'transitions']) {
      expect(ask('GET', `/issue/WEB-9/${path}`, undefined, as('carla')).status).toBe(404);
    }
    expect(ask('POST', '/issue/WEB-9/comment', { body: text('x') }, as('carla')).status).toBe(404);
  });

  it('keeps comments in their order, and takes none that is empty', () => {
    const path = '/issue/WEB-3/comment';
    expect(ask('POST', path, { body: text('I take it') }).status).toBe(201);
    expect(ask('POST', path, { body: { type: 'doc', version: 1, content: [] } }).status).toBe(400);
    expect(ask('POST', path, { body: 'plain' }).status).toBe(400);
    expect(ask('GET', path).body).toMatchObject({
      total: 1,
      comments: [{ author: { accountId: aPerson('bob').accountId }, body: text('I take it') }],
    });
  });

  it('moves an issue by a transition, and tells of it in the history with names', () => {
    const [, , done] = ask('GET', '/issue/WEB-3/transitions').body['transitions'] as { readonly id: string }[];
    expect(ask('POST', '/issue/WEB-3/transitions', { transition: { id: done?.id } }).status).toBe(204);
    expect(ask('POST', '/issue/WEB-3/transitions', { transition: { id: '99' } }).status).toBe(400);
    ask('PUT', '/issue/WEB-3/assignee', { accountId: aPerson('carla').accountId });
    expect(ask('GET', '/issue/WEB-3').body).toMatchObject({ fields: { status: { name: 'Done' } } });
    expect(ask('GET', '/issue/WEB-3/changelog').body).toMatchObject({
      values: [
        { items: [{ field: 'status', fromString: 'To Do', toString: 'Done' }] },
        { items: [{ field: 'assignee', fromString: null, toString: 'Carla Conti' }] },
      ],
    });
  });

  it('runs the rule of an assignment for whoever gets an issue, and not while it is off', async () => {
    test.platform.start();
    const assign = (handle: string | null) => {
      const accountId = handle === null ? null : aPerson(handle).accountId;
      ask('PUT', '/issue/WEB-3/assignee', { accountId });
      return new Promise((resolve) => setImmediate(resolve));
    };
    await assign('carla');
    await assign('carla');
    await assign(null);
    expect(acted).toMatchObject([{ issueKey: 'WEB-3', message: expect.stringContaining('from Bob Brandt') }]);
    test.app.rules.find(({ trigger }) => trigger === 'assigned')?.turn(false);
    await assign('emi');
    expect(acted).toHaveLength(1);
  });
});
