import type { LiveHint } from '../../definitions';

/** What a channel brought, whether the platform hands it over as an object or as JSON. What is not read may mean anything. */
export function parseHint(payload: unknown): LiveHint {
  const { conversationId, issueId, reminder } = toObject(payload);
  const known = textOrNull(reminder);
  return {
    ...{ conversationId: textOrNull(conversationId), issueId: textOrNull(issueId) },
    ...(known === null ? {} : { reminder: known }),
  };
}

function toObject(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'string') return typeof payload === 'object' && payload !== null ? { ...payload } : {};
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'string' ? {} : toObject(parsed);
  } catch {
    return {};
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
