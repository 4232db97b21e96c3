import type { JiraState } from '../../jira/jira-state';
import type { ForgeFetch } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import { answerKvs } from '../kvs/answer-kvs';
import type { KvsStore } from '../kvs/open-kvs';
import { answerRealtime } from '../realtime/answer-realtime';
import type { RealtimeParts } from '../realtime/realtime-parts';
import { callRemote, type RemoteAddress } from '../remotes/call-remote';
import { callJira } from './call-jira';
import { callStargate, type Stargate } from './call-stargate';
import { parseBody } from './parse-body';

export interface ForgeFetchParts {
  readonly state: JiraState;
  readonly remote: RemoteAddress;
  readonly kvs: KvsStore;
  readonly realtime: RealtimeParts;
  readonly stargate: Stargate;
}

/** What stands in for the platform's proxy: every outgoing call of a function passes here. */
export function createForgeFetch({ state, remote, kvs, realtime, stargate }: ForgeFetchParts): ForgeFetch {
  return async (target, path, init = {}) => {
    const invocation = currentInvocation();
    if (target.type === 'frc') return callRemote(remote, target, path, init);
    if (target.type === 'kvs') return answerKvs(kvs, path, parseBody(init));
    if (target.type === 'realtime') return answerRealtime(realtime, parseBody(init) as never, invocation);
    if (target.type === 'fpp' && target.remote === 'jira') return callJira(state, target, path, init);
    if (target.type === 'fpp' && target.remote === 'stargate') return callStargate(stargate, target, path, init);
    throw new Error(`The preview does not offer ${target.type} ${target.remote ?? ''} to functions.`);
  };
}
