import type { Invocation } from '../functions/invocation';
import { publishEvent } from './publish-event';
import type { RealtimeParts } from './realtime-parts';

interface Variables {
  readonly channelName?: string;
  readonly claims?: unknown;
  readonly permissions?: readonly string[];
  readonly name?: string;
  readonly payload?: string;
  readonly isGlobal?: boolean;
  readonly token?: string;
}

/** The two mutations of @forge/realtime 1.0 (out/publish.js, out/signRealtimeToken.js). */
export async function answerRealtime(
  parts: RealtimeParts,
  request: { readonly variables: Variables },
  invocation: Invocation,
): Promise<Response> {
  if (!parts.limit.take() && parts.rules.hold('realtime-is-limited'))
    return new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const { variables } = request;
  return variables.channelName === undefined ? publish(parts, variables, invocation) : sign(parts, variables);
}

async function sign(
  { tokens }: RealtimeParts,
  { channelName = '', claims, permissions }: Variables,
): Promise<Response> {
  const forgeRealtimeToken = await tokens.sign(channelName, claims, permissions);
  return Response.json({ data: { ecosystem: { signRealtimeToken: { success: true, forgeRealtimeToken } } } });
}

/** Without a person in front of a module there is no place for a channel that is not global (rule `background-publishes-globally`). */
async function publish(
  parts: RealtimeParts,
  { name = '', payload = 'null', isGlobal = false, token }: Variables,
  { isBackground, place }: Invocation,
): Promise<Response> {
  if (isBackground && !isGlobal && parts.rules.hold('background-publishes-globally')) {
    return refuse('Only publishGlobal works outside of a module with a view.');
  }
  const published = await publishEvent(parts, { channel: name, isGlobal, place, payload, token });
  return published === null
    ? refuse('INVALID_TOKEN')
    : Response.json({ data: { ecosystem: { publishRealtimeChannel: published } } });
}

function refuse(message: string): Response {
  return Response.json({ data: null, errors: [{ message }] });
}
