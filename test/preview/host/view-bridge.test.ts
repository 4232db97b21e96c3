import { createViewBridge } from '../../../preview/host/bridge/view-bridge';
import type { ViewHost, ViewLocation } from '../../../preview/host/bridge/view-host';
import { aViewHost } from './builders';

const bridgeOf = (host: Partial<ViewHost> = {}) =>
  createViewBridge({ Error, JSON } as Parameters<typeof createViewBridge>[0], () => aViewHost(host));

describe('the bridge', () => {
  it('refuses what it does not offer by its name', async () => {
    await expect(bridgeOf().callBridge('openRovo', {})).rejects.toThrow('The preview does not offer "openRovo"');
  });

  it('says no to closing and submitting where there is nothing to close or to submit to', async () => {
    const bridge = bridgeOf();
    expect(await bridge.callBridge('close')).toBe(false);
    expect(await bridge.callBridge('onClose', () => {})).toBe(false);
    expect(await bridge.callBridge('submit', { a: 1 })).toBe(false);
  });

  it('closes a dialog with what the view gives it', async () => {
    const closed: unknown[] = [];
    expect(await bridgeOf({ close: (payload) => void closed.push(payload) }).callBridge('close', 'done')).toBe(true);
    expect(closed).toEqual(['done']);
  });

  it('hands over what a form submits', async () => {
    const submitted: unknown[] = [];
    const bridge = bridgeOf({ submit: (values) => void submitted.push(values) });
    expect(await bridge.callBridge('submit', { recipient: 'assignee' })).toBe(true);
    expect(submitted).toEqual([{ recipient: 'assignee' }]);
  });

  it('opens the view’s own resource in a dialog, and no other', async () => {
    const opened: unknown[] = [];
    const bridge = bridgeOf({ openModal: (options) => void opened.push(options) });
    const data = { resource: null, size: 'large', title: 'Group', context: { id: 7 }, closeOnEscape: false };
    expect(await bridge.callBridge('openModal', data)).toBe(true);
    expect(opened).toMatchObject([
      { size: 'large', title: 'Group', context: { id: 7 }, closeOnEscape: false, closeOnOverlayClick: true },
    ]);
    expect(await bridge.callBridge('openModal', { ...data, resource: 'elsewhere' })).toBe(false);
  });

  it('goes within the preview in the same tab, and elsewhere in another one when asked', async () => {
    const went: string[] = [];
    const bridge = bridgeOf({
      findHref: (location) => String(location['url']),
      goTo: (path) => void went.push(`here ${path}`),
      openTab: (href) => void went.push(`tab ${href}`),
    });
    await bridge.callBridge('navigate', { url: '/browse/WEB-1', type: 'same-tab' });
    await bridge.callBridge('navigate', { url: 'https://a.example', type: 'new-tab' });
    expect(went).toEqual(['here /browse/WEB-1', 'tab https://a.example']);
  });

  it('changes the title of the window to the text that it is given', async () => {
    const titles: string[] = [];
    await bridgeOf({ setTitle: (title) => void titles.push(title) }).callBridge('changeWindowTitle', 'Two new');
    expect(titles).toEqual(['Two new']);
  });

  it('asks for consent in place of the view when a function needs it, and names a failure', async () => {
    const asked: string[] = [];
    const consent = bridgeOf({
      invoke: async () => ({ outcome: 'needs-consent' }),
      askForConsent: () => void asked.push('consent'),
    });
    await expect(consent.callBridge('invoke', { functionKey: 'open' })).rejects.toThrow('Authentication Required');
    expect(asked).toEqual(['consent']);
    const failing = bridgeOf({ invoke: async () => ({ outcome: 'failed', message: 'It broke.' }) });
    await expect(failing.callBridge('invoke', { functionKey: 'open' })).rejects.toThrow('It broke.');
  });

  it('lets a view ask Jira’s REST API and nothing else of the preview', async () => {
    const bridge = bridgeOf();
    const ask = (restPath: string) => bridge.callBridge('fetchProduct', { product: 'jira', restPath });
    await expect(ask('/preview/mails')).rejects.toThrow('Not a path of Jira’s REST API');
    await expect(ask('/rest/api/3/../../../preview/mails')).rejects.toThrow('Not a path of Jira’s REST API');
  });
});

describe('the bridge’s remotes', () => {
  const remote = { key: 'conversation-api', configured: { endpoint: 'https://aside.example' } };

  it('reads those that are asked for, or all', async () => {
    const bridge = bridgeOf({ readRemotes: async () => [remote] });
    expect(await bridge.callBridge('__permission__remoteGet', {})).toEqual({ results: [remote] });
    expect(await bridge.callBridge('__permission__remoteGet', { keys: ['other'] })).toEqual({ results: [] });
  });

  it('sets and resets an address', async () => {
    const set: unknown[] = [];
    const bridge = bridgeOf({ setRemotes: async (remotes) => void set.push(...remotes) });
    await bridge.callBridge('__permission__remoteSet', { remotes: [remote] });
    await bridge.callBridge('__permission__remoteSet', {
      remotes: [{ key: 'conversation-api', configured: { endpoint: null } }],
    });
    expect(set).toEqual([remote, { key: 'conversation-api', configured: { endpoint: null } }]);
  });

  it.each(['ftp://a.example', 'aside.example', 7])('does not take %j for an address', async (endpoint) => {
    const remotes = [{ key: 'conversation-api', configured: { endpoint } }];
    const bridge = bridgeOf({ setRemotes: async () => {} });
    await expect(bridge.callBridge('__permission__remoteSet', { remotes })).rejects.toThrow('Not an address');
  });

  it('hands on why the administrator’s answer was no', async () => {
    const bridge = bridgeOf({
      setRemotes: async () => {
        throw new Error('The administrator did not allow the address.');
      },
    });
    await expect(bridge.callBridge('__permission__remoteSet', { remotes: [remote] })).rejects.toThrow('did not allow');
  });
});

describe('the bridge’s live events', () => {
  it('subscribes with the token of the options, hands events on, and stops', async () => {
    const heard: unknown[] = [];
    const log: unknown[] = [];
    let send: (payload: unknown) => void = () => {};
    const bridge = bridgeOf({
      subscribe: async (channel, onEvent) => {
        log.push(channel);
        send = onEvent;
        return () => void log.push('stopped');
      },
    });
    const subscription = (await bridge.callBridge('subscribeRealtimeChannel', {
      channelName: 'aside',
      isGlobal: true,
      options: { token: 'signed' },
      onEvent: (payload: unknown) => heard.push(payload),
    })) as { unsubscribe: () => Promise<void> };
    send({ conversationId: 'c' });
    await subscription.unsubscribe();
    expect(heard).toEqual([{ conversationId: 'c' }]);
    expect(log).toEqual([{ name: 'aside', token: 'signed', isGlobal: true, replaySeconds: 0 }, 'stopped']);
  });
});

describe('the bridge’s history', () => {
  const listeners = new Map<string, () => void>();
  beforeAll(() => {
    Object.assign(globalThis, {
      window: { addEventListener: (name: string, on: () => void) => listeners.set(name, on) },
    });
  });
  afterAll(() => void Reflect.deleteProperty(globalThis, 'window'));

  it('moves a view within its page, and tells it later where each move led', async () => {
    let now: ViewLocation = { pathname: '/', search: '', hash: '', state: null, key: '' };
    const bridge = bridgeOf({
      place: {
        location: () => now,
        go: (path, how) => {
          now = { ...now, pathname: path, key: how };
        },
      },
    });
    const history = (await bridge.callBridge('createHistory')) as {
      location: ViewLocation;
      push: (path: string) => void;
      listen: (listener: (location: ViewLocation, action: string) => void) => () => void;
    };
    expect(history.location.pathname).toBe('/');
    const seen: string[] = [];
    const stop = history.listen((location, action) => seen.push(`${action} ${location.pathname}`));
    history.push('/groups');
    history.push('/people');
    listeners.get('popstate')?.();
    expect([now.pathname, seen]).toEqual(['/people', []]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toEqual(['PUSH /groups', 'PUSH /people', 'POP /people']);
    stop();
    history.push('/unheard');
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toHaveLength(3);
  });

  it('gives none to a module without a page', async () => {
    await expect(bridgeOf().callBridge('createHistory')).rejects.toThrow('Only an app’s own page has a history.');
  });
});
