import { asApp, assumeTrustedRoute, invokeRemote, route } from '@forge/api';
import kvs from '@forge/kvs';
import { publish, publishGlobal, signRealtimeToken } from '@forge/realtime';
import { askContextStatus } from '../../../platform/forge/functions/ask-context-status';
import { invokeFunction } from '../../../platform/forge/functions/invoke-function';
import { publishEvent } from '../../../platform/forge/realtime/publish-event';
import { subscribeToChannel } from '../../../platform/forge/realtime/subscribe-to-channel';
import { askJira } from '../../../platform/jira/ask-jira';
import type { ViewModule } from '../../../platform/manifest/app-manifest';
import { checkResources } from '../../../platform/manifest/check-resources';
import type { RuleName } from '../../../platform/rules/rules';
import type { StatusMoment } from '../../../platform/wire/wire';
import { aPerson, type TestPlatform, testManifest } from '../test-platform';

/** Does what a rule is about. @returns whether the platform let it pass. */
export type Breaker = (test: TestPlatform) => boolean | Promise<boolean>;

const hour = 3_600_000;

/** As the app, or over the bridge as a person in front of a view. */
const ask = async (test: TestPlatform, path: string) =>
  (await test.inFunction(() => asApp().requestJira(assumeTrustedRoute(path)))) as Response;
const found = async (test: TestPlatform, path: string) => ((await (await ask(test, path)).json()) as unknown[]).length;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A push as @forge/events would send it if it checked nothing itself. */
const push = (test: TestPlatform, events: readonly object[], queueName = 'work') =>
  test.inFunction(async () => {
    const send = (globalThis as unknown as { __forge_fetch__: (...call: unknown[]) => Promise<Response> })
      .__forge_fetch__;
    const body = JSON.stringify({ queueName, jobId: 'j', payload: events });
    const target = { type: 'fpp', provider: 'app', remote: 'stargate' };
    return (await send(target, '/webhook/queue/publish/x', { method: 'POST', body })).ok;
  });

/** What breaks each rule. The type makes a rule without a breaker an error. */
export const breakers: Readonly<Record<RuleName, Breaker>> = {
  'points-end': async (test) => {
    const answers = await Promise.all(times(6).map(() => ask(test, '/rest/api/3/issue/WEB-1')));
    return answers.every(({ ok }) => ok);
  },
  'bursts-are-limited': (test) => {
    const actor = { kind: 'person', person: aPerson('alice') } as const;
    const request = { method: 'GET', path: '/rest/api/3/issue/WEB-1' };
    return times(101).every(() => askJira(test.platform.jira, request, actor, 'view').status === 200);
  },
  'searches-by-permission-look-at-a-range': async (test) =>
    (await found(test, '/rest/api/3/user/viewissue/search?issueKey=WEB-1&query=carla&maxResults=2')) === 1,
  'searches-end-at-a-thousand': async (test) =>
    (await found(test, '/rest/api/3/user/search?query=person&startAt=1000&maxResults=50')) > 0,
  'watchers-are-shown-by-right': (test) => {
    const person = { ...aPerson('bob'), mayViewWatchers: false };
    const request = { method: 'GET', path: '/rest/api/3/issue/WEB-1/watchers' };
    const { body } = askJira(test.platform.jira, request, { kind: 'person', person }, 'view');
    return (body as { readonly watchers: readonly unknown[] }).watchers.length > 0;
  },
  'people-are-found-by-right': async (test) => (await found(test, '/rest/api/3/user/search?query=alice')) === 1,
  'rights-of-others-are-not-told': async (test) => {
    const body = { accountId: aPerson('bob').accountId, globalPermissions: ['ADMINISTER'] };
    const request = { method: 'POST', body: JSON.stringify(body) };
    const answer = await test.inFunction(() => asApp().requestJira(route`/rest/api/3/permissions/check`, request));
    return answer.ok;
  },
  'security-levels-leave-the-app-out': async (test) => (await ask(test, '/rest/api/3/issue/WEB-9')).ok,
  'projects-may-be-closed-to-apps': async (test) => (await ask(test, '/rest/api/3/issue/CLOSED-1')).ok,
  'added-permissions-are-granted': (test) => {
    const [key = ''] = test.state.addedPermissions.keys();
    const actor = { kind: 'person', person: aPerson('alice') } as const;
    const request = { method: 'GET', path: `/rest/api/3/mypermissions?permissions=${encodeURIComponent(key)}` };
    const { body } = askJira(test.platform.jira, request, actor, 'view');
    const { permissions } = body as { permissions: Readonly<Record<string, { havePermission: boolean }>> };
    return permissions[key]?.havePermission === true;
  },
  'mails-go-to-whom-they-name': (test) => {
    const request = {
      method: 'POST',
      path: '/rest/api/3/issue/WEB-9/notify',
      body: { to: { users: [{ accountId: aPerson('carla').accountId }] } },
    };
    const actor = { kind: 'person', person: aPerson('alice') } as const;
    expect(askJira(test.platform.jira, request, actor, 'function').status).toBe(204);
    return test.state.mailsOf(aPerson('carla')).length === 0;
  },
  'nobody-listening-has-no-event-id': (test) =>
    test.inFunction(async () => {
      const { eventId, errors } = await publishGlobal('channel', { n: 1 });
      expect(errors).toBeUndefined();
      return typeof eventId === 'string';
    }),
  'realtime-is-limited': (test) =>
    test.inFunction(async () => {
      const signed = await Promise.all(times(51).map(() => signRealtimeToken('channel', {}, ['publish'])));
      return signed.every(({ token }) => typeof token === 'string');
    }),
  'claims-match-exactly': async (test) => {
    const { tokens } = test.platform.realtime;
    const sign = async (claims: object) => (await tokens.sign('channel', claims)).jwt;
    const at = { channel: 'channel', isGlobal: true, place: null, token: await sign({ a: 'x' }) };
    const listening = await subscribeToChannel(test.platform.realtime, at);
    if (typeof listening === 'string') throw new Error(listening);
    let heard = 0;
    listening.listen(() => {
      heard += 1;
    });
    const token = await sign({ a: 'x', b: 'y' });
    await publishEvent(test.platform.realtime, { channel: 'channel', isGlobal: true, place: '', payload: '{}', token });
    return heard === 1;
  },
  'background-publishes-globally': (test) =>
    test.inFunction(async () => (await publish('channel', {})).errors === undefined, { handle: 'nobody' }),
  'values-are-small': (test) => passes(test, () => kvs.set('large', 'x'.repeat(240 * 1024))),
  'keys-are-taken-once': (test) =>
    passes(test, async () => {
      await kvs.set('key', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
      await kvs.set('key', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
    }),
  'expired-keys-stay-for-a-while': async (test) => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'MINUTES' } } as const;
    await test.inFunction(() => kvs.set('key', 1, options));
    await test.advance(hour);
    return passes(test, () => kvs.set('key', 2, options));
  },
  'functions-end-in-time': async (test) => {
    let finish = (): void => {};
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const running = passes(test, () => work);
    await test.advance(26_000);
    finish();
    return running;
  },
  'payloads-are-small': async (test) => {
    const [panel] = testManifest.views;
    if (panel === undefined) throw new Error('no panel');
    const request = {
      moduleKey: 'panel',
      functionKey: 'open',
      issueKey: 'WEB-1',
      localId: 'x',
      payload: 'x'.repeat(501 * 1024),
    };
    const parts = { runner: test.app.runner, state: test.state };
    const reply = await invokeFunction(parts, panel, request, { person: aPerson('alice'), faultMode: 'normal' });
    return reply.outcome === 'value' && (await passes(test, () => 'x'.repeat(6 * 1024 * 1024)));
  },
  'remote-calls-are-limited': (test) =>
    passes(test, async () => {
      for (const call of times(101)) await invokeRemote('conversation-api', { path: `/${call}` });
    }),
  'log-lines-are-limited': async (test) => {
    let kept = 0;
    test.platform.happenings.listen(({ kind, outcome }) => {
      if (kind === 'log' && outcome === 'kept') kept += 1;
    });
    await test.inFunction(() => {
      for (const line of times(101)) console.debug(line);
    });
    return kept === 101;
  },
  'pushes-are-small': (test) =>
    push(
      test,
      times(51).map((n) => ({ body: { n } })),
    ),
  'pushes-are-limited': async (test) => {
    const pushed = times(11).map(() => times(50).map((n) => ({ body: { n } })));
    const taken = [];
    for (const events of pushed) taken.push(await push(test, events));
    return taken.every(Boolean);
  },
  'long-consumers-take-small-events': (test) => push(test, [{ body: { text: 'x'.repeat(101 * 1024) } }], 'long-work'),
  'panels-are-added': (test) => {
    const issue = test.state.findIssue('WEB-6');
    return issue !== undefined && test.state.hasPanel(issue, 'panel');
  },
  'badges-come-late': async (test) => {
    const context = { ...(testManifest.views[0] as ViewModule), type: 'jira:issueContext', statusFunctionKey: 'panel' };
    const parts = { runner: test.app.runner, state: test.state };
    const who = { person: aPerson('alice'), faultMode: 'normal' } as const;
    const ask = (moment: StatusMoment) => askContextStatus(parts, context, { issueKey: 'WEB-1', moment }, who);
    for (const moment of ['open', 'close'] as const) expect(await ask(moment)).toMatchObject({ type: 'badge' });
    return (await ask('load')) !== null;
  },
  'entries-serve-jira-alone': (test) => {
    const views = testManifest.views.map((view) => ({ ...view, isEntry: true }));
    try {
      checkResources({ views }, test.platform.rules);
      return true;
    } catch {
      return false;
    }
  },
};

async function passes(test: TestPlatform, work: () => unknown): Promise<boolean> {
  try {
    await test.inFunction(work);
    return true;
  } catch {
    return false;
  }
}
