import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JiraState, openJiraState } from '../../src/preview/jira/jira-state';
import { findPersonByName } from '../../src/preview/jira/people';
import type { Actor } from '../../src/preview/jira/rest/actor';
import { answerJira } from '../../src/preview/jira/rest/answer-jira';

const idOf = (handle: string): string => findPersonByName(handle)?.accountId ?? '';
const as = (handle: string): Actor => {
  const person = findPersonByName(handle);
  return person === undefined ? { kind: 'anonymous' } : { kind: 'person', person };
};

describe('the local Jira', () => {
  let folder: string;
  let state: JiraState;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aside-jira-'));
    state = openJiraState(join(folder, 'jira.json'));
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
    state = openJiraState(join(folder, 'jira.json'));
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

  it('says which request it does not have', () => {
    expect(get('/rest/api/3/project')).toMatchObject({
      status: 404,
      body: { errorMessages: ['The preview’s Jira has no GET /rest/api/3/project.'] },
    });
  });

  it('does not overwrite a state that it cannot read', () => {
    writeFileSync(join(folder, 'jira.json'), '{');
    expect(() => openJiraState(join(folder, 'jira.json'))).toThrow('not valid JSON');
  });
});
