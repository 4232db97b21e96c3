import type { ContextStatus, InvokeReply, InvokeRequest, StatusMoment } from '../../../platform/wire/wire';
import { type Boot, faultModeHeader, type PanelAddition, personHeader } from '../../wire/wire';
import type { Session } from './session';

/** A plain form of a fetch response: what the bridge hands to a view. */
export interface JiraAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** All that the page needs before it draws; with a session, the issues are those that its person sees. */
export async function fetchBoot(session?: Session): Promise<Boot> {
  const response = await fetch('/preview/boot', session === undefined ? {} : { headers: personHeaders(session) });
  if (!response.ok) throw new Error(`The preview’s server answered ${response.status}.`);
  return (await response.json()) as Boot;
}

/** Runs a function of the app as the person of this tab. A server that does not answer is a failed invocation. */
export async function invoke(session: Session, request: InvokeRequest): Promise<InvokeReply> {
  try {
    const response = await post(session, '/preview/invoke', request);
    if (!response.ok) return { outcome: 'failed', message: `The invocation was refused (${response.status}).` };
    return (await response.json()) as InvokeReply;
  } catch (error) {
    // The browser's own words stay: a view knows a lost connection by them.
    const words = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', message: `${words}. The preview’s server does not answer. Is it still running?` };
  }
}

export async function requestJira(session: Session, path: string, init: RequestInit = {}): Promise<JiraAnswer> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(headersOf(session))) headers.set(name, value);
  const response = await reach(session, path, { ...init, headers });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: listHeaders(response.headers),
    body: await response.text(),
  };
}

function listHeaders(headers: Headers): Record<string, string> {
  const list: Record<string, string> = {};
  headers.forEach((value, name) => {
    list[name] = value;
  });
  return list;
}

/** What the app says beside a context's title; null for nothing, and where nobody answers. */
export async function fetchContextStatus(
  session: Session,
  request: { readonly moduleKey: string; readonly issueKey: string; readonly moment: StatusMoment },
): Promise<ContextStatus | null> {
  try {
    const response = await post(session, '/preview/context-status', request);
    return response.ok ? ((await response.json()) as { status: ContextStatus | null }).status : null;
  } catch {
    return null;
  }
}

/** @throws with what the server says. */
export async function addPanel(session: Session, addition: PanelAddition): Promise<void> {
  const response = await post(session, '/preview/panels', addition);
  if (response.ok) return;
  const { message } = (await response.json()) as { message?: string };
  throw new Error(message ?? `The preview’s server answered ${response.status}.`);
}

/** As a browser says it that has no network. */
function reach({ faultMode }: Session, path: string, init: RequestInit): Promise<Response> {
  return faultMode === 'offline' ? Promise.reject(new TypeError('Failed to fetch')) : fetch(path, init);
}

function post(session: Session, path: string, body: object): Promise<Response> {
  const headers = { ...headersOf(session), 'content-type': 'application/json' };
  return reach(session, path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export async function giveConsent(session: Session): Promise<void> {
  await fetch('/preview/consent', { method: 'POST', headers: headersOf(session) });
}

/** Who asks. */
export function personHeaders({ person }: Session): Record<string, string> {
  return { [personHeader]: person?.handle ?? 'anonymous' };
}

/**
 * Who asks, and how the service is to be met. The server keeps the last choice for what runs in the background, so that
 * this goes with what someone does and not with what the page asks by itself.
 */
export function headersOf(session: Session): Record<string, string> {
  return { ...personHeaders(session), [faultModeHeader]: session.faultMode };
}
