import { setTimeout as wait } from 'node:timers/promises';
import type { FaultMode } from '../../wire/wire';
import type { Fault, Service } from './faults';

/** The mode that was chosen last, by whomever: what runs in the background has no view of its own. */
export interface FaultModes {
  current(): FaultMode;
  choose(mode: FaultMode): void;
}

export function openFaultModes(): FaultModes {
  let chosen: FaultMode = 'normal';
  return {
    current: () => chosen,
    choose: (mode) => {
      chosen = mode;
    },
  };
}

/** How late an answer is where something is slow, in milliseconds: long enough to see what is shown meanwhile. */
const lateMs = 3_000;
/** Where the points of Jira are spent; an hour that ends so soon is as real as any. In seconds. */
const quotaEndsIn = 60;

const late: Fault = async (_call, answer) => {
  await wait(lateMs);
  return answer();
};

const lose: Fault = () => {
  throw new TypeError('fetch failed');
};

/** What each mode does to the calls of a function; a service that it does not name answers as ever. */
const faultsOf: Partial<Readonly<Record<FaultMode, Partial<Readonly<Record<Service, Fault>>>>>> = {
  away: { remote: lose },
  slow: { remote: late },
  // As the service refuses an app that its settings do not name.
  refusing: {
    remote: () => {
      const message = 'This site or this app is not in the settings of the service.';
      return Response.json({ error: 'forbidden', message, requestId: 'preview-refusal' }, { status: 403 });
    },
  },
  // @forge/api throws on the header, as for a remote whose address no administrator has set.
  'not-set': { remote: () => new Response(null, { status: 400, headers: { 'forge-proxy-error': 'INVALID_REMOTE' } }) },
  'jira-slow': { jira: late },
  'jira-quota': {
    jira: () =>
      refuse(429, `Rate limit exceeded. Try again in ${quotaEndsIn} seconds.`, {
        'retry-after': String(quotaEndsIn),
        'ratelimit-reason': 'jira-quota-global-based',
        'x-ratelimit-remaining': '0',
      }),
  },
  // A project closed to apps, a security level: people see the work item, the app by itself does not.
  'jira-blind': {
    jira: ({ target, path }, answer) =>
      target.provider === 'app' && path.startsWith('/rest/api/3/issue/')
        ? refuse(404, 'Issue does not exist or you do not have permission to see it.')
        : answer(),
  },
  'no-realtime': { realtime: () => new Response(null, { status: 503, statusText: 'Service Unavailable' }) },
};

/** What goes wrong in this mode with a call of this service; undefined for nothing. */
export function findFault(mode: FaultMode, service: Service): Fault | undefined {
  return faultsOf[mode]?.[service];
}

function refuse(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ errorMessages: [message], errors: {} }, { status, headers });
}
