import type { ForgeRequestInit, ForgeTarget } from '../functions/forge-globals';
import { parseBody } from './parse-body';

/** What the app may ask of Atlassian itself, apart from Jira. Each is given the body that @forge sent. */
export interface Stargate {
  readonly pushEvents: (request: never) => Response;
  readonly reportAccounts: (request: never) => Response;
  readonly answerGraph: (request: never) => Response;
}

/** As the app only: @forge/events, `privacy` and `webTrigger` of @forge/api ask with that provider. */
export function callStargate(
  stargate: Stargate,
  target: ForgeTarget,
  path: string,
  init: ForgeRequestInit = {},
): Response {
  const body = parseBody(init) as never;
  if (target.provider === 'app') {
    // The braces are sent as they stand: the platform's proxy fills them in.
    if (path.startsWith('/webhook/queue/publish/')) return stargate.pushEvents(body);
    if (path === '/app/report-accounts') return stargate.reportAccounts(body);
    if (path === '/graphql') return stargate.answerGraph(body);
  }
  throw new Error(`The room does not offer ${target.provider} ${path} of Atlassian’s own API to functions.`);
}
