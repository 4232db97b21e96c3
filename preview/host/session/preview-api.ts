import type { JiraMail, Rule, RuleRun, Schedule } from '../../../platform/wire/wire';
import { type Hood, type RemoteAddressState, realtimePath } from '../../wire/wire';
import type { Channel } from '../channel/listen-to-channel';
import { headersOf, personHeaders } from './server';
import type { Session } from './session';

/** What the preview has beside Jira: all as the person of this tab. Each throws with the server's own sentence. */
export const fetchMails = (session: Session): Promise<readonly JiraMail[]> => request(session, 'GET', '/preview/mails');

export const fetchHood = (session: Session): Promise<Hood> => request(session, 'GET', '/preview/hood');

export const fetchRules = (session: Session): Promise<readonly Rule[]> => request(session, 'GET', '/preview/rules');

export const saveRule = (
  session: Session,
  key: string,
  change: Partial<Pick<Rule, 'inputs' | 'isOn'>>,
): Promise<unknown> => request(session, 'PUT', `/preview/rules/${encodeURIComponent(key)}`, change);

export const runRule = (session: Session, key: string, issueKey: string): Promise<RuleRun> =>
  request(session, 'POST', `/preview/rules/${encodeURIComponent(key)}/run`, { issueKey });

export const fetchSchedules = (session: Session): Promise<readonly Schedule[]> =>
  request(session, 'GET', '/preview/schedules');

export const runSchedule = (session: Session, key: string): Promise<unknown> =>
  request(session, 'POST', `/preview/schedules/${encodeURIComponent(key)}/run`);

export const fetchRemote = (session: Session): Promise<RemoteAddressState> =>
  request(session, 'GET', '/preview/remote');

export const saveRemote = (session: Session, state: RemoteAddressState): Promise<unknown> =>
  request(session, 'PUT', '/preview/remote', state);

export const publishEvent = (session: Session, channel: Channel, payload: unknown): Promise<unknown> =>
  request(session, 'POST', realtimePath, {
    channel: channel.name,
    token: channel.token,
    global: channel.isGlobal,
    moduleKey: channel.moduleKey,
    issueKey: channel.issueKey,
    payload,
  });

async function request<T>(session: Session, method: string, path: string, body?: unknown): Promise<T> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const who = method === 'GET' ? personHeaders(session) : headersOf(session);
  const response = await fetch(path, { method, headers: { ...who, ...type }, ...content });
  const text = await response.text();
  if (!response.ok) throw new Error(parseMessage(text) ?? `The preview’s server answered ${response.status}.`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function parseMessage(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
