import type { Channel } from '../../../preview/host/channel/listen-to-channel';
import { listenWhileSeen } from '../../../preview/host/channel/listen-while-seen';

const channel: Channel = {
  name: 'aside',
  token: null,
  isGlobal: true,
  replaySeconds: 0,
  moduleKey: 'panel',
  issueKey: null,
};

describe('a tab in the background', () => {
  const realFetch = globalThis.fetch;
  const streams: AbortSignal[] = [];
  let visibilityState = 'visible';
  let follow = (): void => {};
  const show = (state: 'visible' | 'hidden'): void => {
    visibilityState = state;
    follow();
  };

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    streams.length = 0;
    visibilityState = 'visible';
    globalThis.fetch = (async (_url: string, init: RequestInit) => {
      streams.push(init.signal as AbortSignal);
      return new Response(new ReadableStream());
    }) as typeof fetch;
    Object.assign(globalThis, {
      window: globalThis,
      document: {
        get visibilityState() {
          return visibilityState;
        },
        addEventListener: (_name: string, listener: () => void) => {
          follow = listener;
        },
        removeEventListener: () => {
          follow = () => {};
        },
      },
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = realFetch;
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('gives its stream back after a minute, and opens one again when it is looked at', async () => {
    const stop = await listenWhileSeen(channel, () => {});
    show('hidden');
    await jest.advanceTimersByTimeAsync(59_000);
    expect(streams.map((signal) => signal.aborted)).toEqual([false]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(streams.map((signal) => signal.aborted)).toEqual([true]);
    show('visible');
    await jest.advanceTimersByTimeAsync(0);
    expect(streams.map((signal) => signal.aborted)).toEqual([true, false]);
    stop();
    expect(streams.map((signal) => signal.aborted)).toEqual([true, true]);
  });

  it('keeps its stream over a short look at another tab', async () => {
    const stop = await listenWhileSeen(channel, () => {});
    show('hidden');
    await jest.advanceTimersByTimeAsync(30_000);
    show('visible');
    await jest.advanceTimersByTimeAsync(120_000);
    expect(streams).toHaveLength(1);
    stop();
  });
});
