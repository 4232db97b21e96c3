import { writeViewContext } from '../../../preview/host/modules/write-view-context';
import { fetchMails, runRule, saveRemote } from '../../../preview/host/session/preview-api';
import type { ViewTheme } from '../../../preview/host/session/theme';
import { aBoot, aModule, aPerson } from './builders';

const session = { person: aPerson(), faultMode: 'away' } as const;

describe('what the page asks of the preview', () => {
  const realFetch = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });
  const answer = (status: number, body: unknown) => {
    const asked: { path: string; init: RequestInit }[] = [];
    globalThis.fetch = (async (path: string, init: RequestInit) => {
      asked.push({ path, init });
      return Response.json(body, { status });
    }) as typeof fetch;
    return asked;
  };

  it('goes as the person of the tab', async () => {
    const asked = answer(200, []);
    await fetchMails(session);
    expect(asked[0]?.init.headers).toMatchObject({ 'preview-person': 'alice' });
  });

  it('tells the state of the service with what someone does, and not with what the page asks by itself', async () => {
    const asked = answer(200, {});
    await fetchMails(session);
    await runRule(session, 'tell', 'WEB-1');
    expect(asked[0]?.init.headers).not.toHaveProperty('preview-fault');
    expect(asked[1]?.init.headers).toMatchObject({ 'preview-fault': 'away', 'content-type': 'application/json' });
    expect(asked[1]?.init.body).toBe('{"issueKey":"WEB-1"}');
  });

  it('fails with the server’s own sentence', async () => {
    answer(422, { message: 'An address is the beginning of a URL.' });
    await expect(saveRemote(session, { key: 'k', endpoint: 'x' })).rejects.toThrow(
      'An address is the beginning of a URL.',
    );
    answer(500, 'nothing to read');
    await expect(fetchMails(session)).rejects.toThrow('The preview’s server answered 500.');
  });
});

describe('what a view is told about where it is', () => {
  const base = {
    boot: aBoot(),
    session,
    theme: { colorMode: 'light' } as ViewTheme,
    localId: 'local',
    locale: 'de_DE',
    address: { path: '/jira/apps/app/env', search: '?conversation=c' },
    extension: {},
  };

  it('holds the full address of its page on the site, with the query', () => {
    const context = writeViewContext({ ...base, module: aModule('jira:globalPage', 'inbox'), issue: null });
    expect(context).toMatchObject({
      accountId: '557058:a',
      moduleKey: 'inbox',
      extension: {
        type: 'jira:globalPage',
        location: 'https://paper-boat.atlassian.net/jira/apps/app/env?conversation=c',
      },
    });
    expect(context).not.toHaveProperty('extension.issue');
  });

  it('holds what this kind of module is told beside that', () => {
    const extension = { data: { inputs: { recipient: 'assignee' } }, errors: { invalidInputs: [] } };
    const context = writeViewContext({ ...base, module: aModule('action', 'send'), issue: null, extension });
    expect(context).toMatchObject({ extension: { type: 'action', ...extension } });
  });
});
