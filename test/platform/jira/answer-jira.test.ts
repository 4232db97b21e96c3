import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../platform/jira/actor';
import { type JiraState, openJiraState } from '../../../platform/jira/jira-state';
import { findAnswer, type JiraRequest } from '../../../platform/jira/rest/find-answer';
import { openRules } from '../../../platform/rules/rules';
import { findPersonByName } from '../../../preview/demo/people';
import { demoJira } from '../test-platform';

const idOf = (handle: string): string => findPersonByName(handle)?.accountId ?? '';
const as = (handle: string): Actor => {
  const person = findPersonByName(handle);
  return person === undefined ? { kind: 'anonymous' } : { kind: 'person', person };
};

/** Over a file. The app may be told more than it is on most sites: test/platform has what it is refused. */
const openState = (file: string): JiraState =>
  openJiraState({ data: demoJira, rules, now: Date.now, file, asksEachPerson: true });
const answerJira = (request: JiraRequest, actor: Actor, state: JiraState) => findAnswer(request).answer(actor, state);
const rules = openRules(['security-levels-leave-the-app-out', 'rights-of-others-are-not-told']);

describe('the local Jira', () => {
  let folder: string;
  let state: JiraState;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aside-jira-'));
    state = openState(join(folder, 'jira.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const get = (path: string, actor: Actor = as('alice')) => answerJira({ method: 'GET', path }, actor, state);
  const assign = (key: string, accountId: unknown, actor: Actor = as('alice')) =>
    answerJira({ method: 'PUT', path: `/rest/api/3/issue/${key}/assignee`, body: { accountId } }, actor, state);

  it('gives an issue by key or by id, with the fields that were asked for', () => {
    const expected = { id: '10101', key: 'WEB-1', fields: { assignee: { accountId: idOf('bob'), active: true } } };
    expect(get('/rest/api/3/issue/WEB-1?fields=assignee')).toMatchObject({ status: 200, body: expected });
    const { body } = get('/rest/api/3/issue/10101?fields=assignee');
    expect(body).toMatchObject(expected);
    expect(Object.keys((body as { fields: object }).fields)).toEqual(['assignee']);
  });

  it('shows an assignee who is nobody, has left, is an app or came over the portal as Jira does', () => {
    const assigneeOf = (key: string) =>
      (get(`/rest/api/3/issue/${key}?fields=assignee`).body as { fields: { assignee: unknown } }).fields.assignee;
    expect(assigneeOf('WEB-3')).toBeNull();
    expect(assigneeOf('WEB-4')).toMatchObject({ active: false, accountType: 'atlassian' });
    expect(assigneeOf('WEB-7')).toMatchObject({ accountType: 'app' });
    expect(assigneeOf('WEB-8')).toMatchObject({ accountType: 'customer' });
  });

  it('answers an unknown issue in Jira’s own shape', () => {
    expect(get('/rest/api/3/issue/WEB-99')).toEqual({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
    expect(get('/rest/api/3/issue/%E0%A4%A').status).toBe(404);
  });

  it('gives people one by one and in pages, and leaves out whom it does not know', () => {
    expect(get(`/rest/api/3/user?accountId=${encodeURIComponent(idOf('bob'))}`)).toMatchObject({
      body: { displayName: 'Bob Brandt' },
    });
    expect(get('/rest/api/3/user?accountId=nobody').status).toBe(404);
    const all = ['alice', 'nobody', 'dan'].map((handle) => `accountId=${encodeURIComponent(idOf(handle) || 'x')}`);
    expect(get(`/rest/api/3/user/bulk?${all.join('&')}`)).toMatchObject({
      body: { total: 2, isLast: true, values: [{ accountId: idOf('alice') }, { accountId: idOf('dan') }] },
    });
    expect(get(`/rest/api/3/user/bulk?${all.join('&')}&maxResults=1`)).toMatchObject({
      body: { total: 2, isLast: false, values: [{ accountId: idOf('alice') }] },
    });
  });

  it('tells nothing about people to someone who is not logged in', () => {
    const anonymous: Actor = { kind: 'anonymous' };
    for (const path of ['myself', `user?accountId=${idOf('bob')}`, `user/bulk?accountId=${idOf('bob')}`]) {
      expect(get(`/rest/api/3/${path}`, anonymous).status).toBe(401);
    }
  });

  it('knows who administers Jira', () => {
    const path = '/rest/api/3/mypermissions?permissions=ADMINISTER,BROWSE_PROJECTS';
    expect(get(path)).toMatchObject({ body: { permissions: { ADMINISTER: { havePermission: true } } } });
    expect(get(path, as('bob'))).toMatchObject({
      body: { permissions: { ADMINISTER: { havePermission: false }, BROWSE_PROJECTS: { havePermission: true } } },
    });
    expect(get('/rest/api/3/mypermissions').status).toBe(400);
    expect(get('/rest/api/3/mypermissions?permissions=FLY').status).toBe(400);
  });

  it('keeps a changed assignee, also nobody, for the next start', () => {
    expect(assign('WEB-1', idOf('carla'))).toEqual({ status: 204 });
    expect(assign('WEB-2', null)).toEqual({ status: 204 });
    state = openState(join(folder, 'jira.json'));
    expect(get('/rest/api/3/issue/WEB-1')).toMatchObject({
      body: { fields: { assignee: { accountId: idOf('carla') } } },
    });
    expect(get('/rest/api/3/issue/WEB-2')).toMatchObject({ body: { fields: { assignee: null } } });
  });

  it('refuses an assignee who does not exist, and a change by someone who is not logged in', () => {
    expect(assign('WEB-1', 'nobody').status).toBe(400);
    expect(assign('WEB-1', undefined).status).toBe(400);
    expect(assign('WEB-99', null).status).toBe(404);
    expect(assign('WEB-1', null, { kind: 'anonymous' }).status).toBe(401);
    expect(get('/rest/api/3/issue/WEB-1')).toMatchObject({
      body: { fields: { assignee: { accountId: idOf('bob') } } },
    });
  });

  const post = (path: string, body: unknown, actor: Actor) =>
    answerJira({ method: 'POST', path: `/rest/api/3/${path}`, body }, actor, state);
  const app: Actor = { kind: 'app' };
  const anonymous: Actor = { kind: 'anonymous' };

  describe('an issue with a security level', () => {
    const isThere = (actor: Actor) => [
      get('/rest/api/3/issue/WEB-9', actor).status === 200,
      get('/rest/api/3/issue/10109', actor).status === 200,
      JSON.stringify(post('issue/bulkfetch', { issueIdsOrKeys: ['10109', 'WEB-1'] }, actor)).includes('WEB-9'),
      JSON.stringify(get('/rest/api/3/search/jql?jql=id in (10109, 10101)', actor)).includes('WEB-9'),
      actor.kind !== 'anonymous' && assign('WEB-9', idOf('bob'), actor).status === 204,
      actor.kind !== 'anonymous' &&
        post('issue/WEB-9/notify', { to: { users: [{ accountId: idOf('bob') }] } }, actor).status === 204,
    ];

    it('is there for those whom the level names and for the app, and nowhere for anyone else', () => {
      for (const actor of [as('alice'), as('bob'), app]) expect(isThere(actor)).toEqual(Array(6).fill(true));
      for (const actor of [as('carla'), as('emi'), anonymous]) expect(isThere(actor)).toEqual(Array(6).fill(false));
    });

    it('is of those who may see it when people are searched for it', () => {
      const names = (actor: Actor, query = '') =>
        (get(`/rest/api/3/user/viewissue/search?issueKey=WEB-9&query=${query}`, actor).body as object[]).map(
          (user) => (user as { displayName: string }).displayName,
        );
      expect(names(as('alice'))).toEqual(['Alice Archer', 'Bob Brandt']);
      expect(names(as('alice'), 'bra')).toEqual(['Bob Brandt']);
      expect(names(as('carla'))).toEqual([]);
      expect(names(anonymous)).toEqual([]);
    });
  });

  it('finds people who may see an issue by the beginning of a name, and by the issue’s key only', () => {
    const search = (rest: string) => get(`/rest/api/3/user/viewissue/search?${rest}`);
    const handles = (search('issueKey=web-1&query=').body as { displayName: string }[]).map((it) => it.displayName);
    expect(handles).toEqual(['Alice Archer', 'Bob Brandt', 'Carla Conti', 'Emi Endo', 'Release Bot']);
    expect(search('issueKey=WEB-1&query=&maxResults=2').body).toHaveLength(2);
    expect(
      [search('issueKey=WEB-1'), search('query=a'), search('issueKey=10101&query=')].map((it) => it.status),
    ).toEqual([400, 400, 404]);
  });

  it('finds everyone of the site by name, whatever the account is', () => {
    const found = get('/rest/api/3/user/search?query=d').body;
    expect(found).toMatchObject([{ displayName: 'Dan Dorsey', active: false }]);
    expect(get('/rest/api/3/user/search?query=porter').body).toMatchObject([{ accountType: 'customer' }]);
    expect(get('/rest/api/3/user/search').status).toBe(400);
    expect(get('/rest/api/3/user/search?query=', anonymous).body).toEqual([]);
  });

  it('tells the app and administrators what someone else may do, and nobody else', () => {
    const check = (handle: string, actor: Actor) =>
      post(
        'permissions/check',
        {
          accountId: idOf(handle),
          globalPermissions: ['ADMINISTER'],
          projectPermissions: [
            { permissions: ['BROWSE_PROJECTS'], issues: [10101, 10109, 99999], projects: [10000, 1] },
          ],
        },
        actor,
      );
    const permission = 'BROWSE_PROJECTS';
    expect(check('bob', app)).toEqual({
      status: 200,
      body: { globalPermissions: [], projectPermissions: [{ permission, issues: [10101, 10109], projects: [10000] }] },
    });
    expect(check('carla', as('alice')).body).toMatchObject({ projectPermissions: [{ issues: [10101] }] });
    expect(check('alice', app).body).toMatchObject({ globalPermissions: ['ADMINISTER'] });
    for (const handle of ['dan', 'portal-pat']) {
      expect(check(handle, app).body).toMatchObject({ projectPermissions: [{ issues: [], projects: [] }] });
    }
    expect(check('carla', as('carla')).status).toBe(200);
    expect(check('bob', as('carla')).status).toBe(403);
    expect(post('permissions/check', { accountId: 'nobody' }, app).status).toBe(400);
  });

  it('mails to those named who may see the issue, the newest first, also after a restart', () => {
    const notify = (body: object, key = 'WEB-9', actor: Actor = app) => post(`issue/${key}/notify`, body, actor);
    const users = ['bob', 'carla', 'dan', 'bob'].map((handle) => ({ accountId: idOf(handle) }));
    const restrict = { permissions: [{ key: 'BROWSE' }] };
    expect(notify({ subject: 'One', textBody: 'words', to: { users }, restrict })).toEqual({ status: 204 });
    expect(notify({ htmlBody: '<p>Two</p>', to: { assignee: true, reporter: true } })).toEqual({ status: 204 });
    const mailsOf = (handle: string) => {
      const person = findPersonByName(handle);
      return person === undefined ? [] : state.mailsOf(person);
    };
    state = openState(join(folder, 'jira.json'));
    expect(mailsOf('bob')).toMatchObject([
      { subject: '(WEB-9) Vouchers can be redeemed more than once', text: '', html: '<p>Two</p>', issueKey: 'WEB-9' },
      { subject: 'One', text: 'words', html: null, at: expect.stringMatching(/Z$/) },
    ]);
    expect(mailsOf('alice')).toHaveLength(1);
    expect([mailsOf('carla'), mailsOf('dan')]).toEqual([[], []]);
    expect(notify({ to: { users: [] } }).status).toBe(400);
    expect(notify({ to: { users }, restrict: { permissions: [{ key: 'BROWSE_PROJECTS' }] } }).status).toBe(400);
    expect(notify({ to: { users } }, 'WEB-99').status).toBe(404);
    expect(notify({ to: { users } }, 'WEB-1', anonymous).status).toBe(401);
  });

  it('gives many issues at once, with the fields that were asked for', () => {
    const fields = ['summary', 'assignee', 'reporter', 'project'];
    const { body } = post('issue/bulkfetch', { issueIdsOrKeys: ['10101', 'WEB-2', '1'], fields }, app);
    const { issues } = body as { issues: { key: string; fields: object }[] };
    expect(issues.map(({ key }) => key)).toEqual(['WEB-1', 'WEB-2']);
    expect(Object.keys(issues[0]?.fields ?? {}).sort()).toEqual([...fields].sort());
    expect(post('issue/bulkfetch', { issueIdsOrKeys: Array(101).fill('1') }, app).status).toBe(400);
    const page = (rest: string) => get(`/rest/api/3/search/jql?jql=key in (WEB-1,"WEB-2")&fields=summary${rest}`).body;
    expect(page('&maxResults=1')).toMatchObject({ issues: [{ key: 'WEB-1' }], isLast: false, nextPageToken: '1' });
    expect(page('&maxResults=1&nextPageToken=1')).toMatchObject({ issues: [{ key: 'WEB-2' }], isLast: true });
    expect(get('/rest/api/3/search/jql?jql=assignee = me').status).toBe(400);
  });

  it('says where the site is and in which language, to everyone', () => {
    for (const actor of [app, as('bob'), anonymous]) {
      expect(get('/rest/api/3/serverInfo', actor)).toMatchObject({
        status: 200,
        body: { baseUrl: 'https://paper-boat.atlassian.net', defaultLocale: { locale: 'en_US' } },
      });
    }
  });

  it('finds projects by key or name', () => {
    const find = (query: string) => get(`/rest/api/3/project/search?query=${query}`).body;
    expect(find('shop')).toMatchObject({ total: 1, isLast: true, values: [{ id: '10000', key: 'WEB' }] });
    expect(find('none')).toMatchObject({ total: 0, values: [] });
  });

  it('says which request it does not have', () => {
    expect(get('/rest/api/3/project')).toMatchObject({
      status: 404,
      body: { errorMessages: ['The room’s Jira has no GET /rest/api/3/project.'] },
    });
  });

  it('does not overwrite a state that it cannot read', () => {
    writeFileSync(join(folder, 'jira.json'), '{');
    expect(() => openState(join(folder, 'jira.json'))).toThrow('not valid JSON');
  });
});
