import type { JiraState } from '../jira/jira-state';
import { callJira } from './call-jira';
import { callRemote, type RemoteAddress } from './call-remote';
import type { ForgeFetch } from './forge-globals';

/** What stands in for the platform's proxy: every outgoing call of a function passes here. */
export function createForgeFetch(state: JiraState, address: RemoteAddress): ForgeFetch {
  return async (target, path, init) => {
    if (target.type === 'frc') return callRemote(address, target, path, init);
    if (target.type === 'fpp' && target.remote === 'jira') return callJira(state, target, path, init);
    throw new Error(`The preview does not offer ${target.type} ${target.remote ?? ''} to functions.`);
  };
}
