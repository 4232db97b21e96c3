import type { ChannelName } from '../channel/listen-to-channel';
import type { Call, Command } from './call';

/** `realtime` of @forge/bridge: a channel is its name, whether it is global, and the token in the options. */
function readChannel(data: Call['data']): ChannelName {
  const options = data['options'] as { readonly token?: unknown; readonly replaySeconds?: unknown } | null | undefined;
  return {
    name: String(data['channelName']),
    token: typeof options?.token === 'string' ? options.token : null,
    isGlobal: data['isGlobal'] === true,
    replaySeconds: typeof options?.replaySeconds === 'number' ? options.replaySeconds : 0,
  };
}

async function subscribe({ data, host, adopt }: Call): Promise<object> {
  const onEvent = data['onEvent'] as (payload: unknown) => void;
  const unsubscribe = await host.subscribe(readChannel(data), (payload) => onEvent(adopt(payload)));
  return { unsubscribe: async () => unsubscribe() };
}

export const realtimeCommands: Readonly<Record<string, Command>> = {
  subscribeRealtimeChannel: subscribe,
  publishRealtimeChannel: ({ data, host }) => host.publish(readChannel(data), data['eventPayload']),
};
