import type { FastifyInstance } from 'fastify';
import { publishEvent } from '../../platform/forge/realtime/publish-event';
import { subscribeToChannel } from '../../platform/forge/realtime/subscribe-to-channel';
import type { JiraState } from '../../platform/jira/jira-state';
import type { Platform } from '../../platform/start/open-platform';
import { realtimePath } from '../wire/wire';
import { refusal } from './identify-person';

/** How often a stream without an event says that it is still there, in milliseconds. */
const heartbeat = 20_000;

/** Where a view is, which matters for a channel that is not global. */
interface ViewPlace {
  readonly moduleKey?: string;
  readonly issueKey?: string | null;
}

interface Query extends ViewPlace {
  readonly channel?: string;
  readonly token?: string;
  readonly global?: string;
  /** Seconds. */
  readonly replay?: string;
}

interface Publication extends ViewPlace {
  readonly channel?: string;
  readonly token?: string | null;
  readonly global?: boolean;
  readonly payload?: unknown;
}

/** The channels for views: listening to one, and publishing as `realtime` of @forge/bridge does. */
export function registerRealtime(server: FastifyInstance, platform: Platform): void {
  const { realtime: parts, state } = platform;
  registerStream(server, platform);
  server.post<{ Body: Publication | null }>(realtimePath, async (request) => {
    const { channel, token, global: isGlobal = false, payload, ...view } = request.body ?? {};
    if (channel === undefined || channel === '') throw refusal(400, 'A channel has to be named.');
    if (!parts.limit.take() && parts.rules.hold('realtime-is-limited')) throw refusal(429, 'RATE_LIMIT_EXCEEDED');
    const event = { channel, isGlobal, place: placeOf(view, state) ?? '', payload: JSON.stringify(payload ?? null) };
    const published = await publishEvent(parts, { ...event, token: token || undefined });
    if (published === null) throw refusal(403, 'The token does not allow to publish on this channel.');
    return published;
  });
}

/** Events of a channel as a stream. It ends with its token, after which the view has to come back with another one. */
function registerStream(server: FastifyInstance, { realtime, state }: Platform): void {
  server.get<{ Querystring: Query }>(realtimePath, async (request, reply) => {
    const { channel, token } = request.query;
    if (channel === undefined || channel === '') throw refusal(400, 'A channel has to be named.');
    const stream = reply.raw;
    const at = { channel, isGlobal: isTrue(request.query.global), place: placeOf(request.query, state) };
    const listening = await subscribeToChannel(realtime, {
      ...at,
      ...(token ? { token } : {}),
      replaySeconds: Number(request.query.replay) || 0,
    });
    if (listening === 'limited') throw refusal(429, 'RATE_LIMIT_EXCEEDED');
    if (listening === 'refused') throw refusal(403, 'The token does not allow to listen to this channel.');

    reply.hijack();
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    stream.write(': open\n\n');
    const beat = setInterval(() => stream.write(': still here\n\n'), heartbeat);
    const { endsAt, listen } = listening;
    const stop = listen((event) => stream.write(`data: ${event}\n\n`));
    const cancelEnd = endsAt === null ? () => {} : realtime.clock.at(endsAt * 1_000, () => stream.end());
    stream.on('close', () => {
      clearInterval(beat);
      cancelEnd();
      stop();
    });
  });
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** Null where the page names no module: then every one is heard. */
function placeOf({ moduleKey, issueKey }: ViewPlace, state: JiraState): string | null {
  return moduleKey === undefined ? null : `${moduleKey}/${state.findIssue(issueKey ?? '')?.id ?? ''}`;
}
