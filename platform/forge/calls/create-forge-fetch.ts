import type { Ending, Happenings } from '../../happenings/happenings';
import { findFault } from '../functions/fault-modes';
import { type Faults, type OutgoingCall, serviceOf } from '../functions/faults';
import type { ForgeFetch } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import { answerKvs } from '../kvs/answer-kvs';
import { answerRealtime } from '../realtime/answer-realtime';
import { callRemote } from '../remotes/call-remote';
import { callJira } from './call-jira';
import { callStargate } from './call-stargate';
import { parseBody } from './parse-body';

/** What answers a call of each kind. `note` adds to what is told of the call. */
export type Answer = (call: OutgoingCall, note: (ending: Ending) => void) => Response | Promise<Response>;

export interface ForgeFetchParts {
  readonly jira: Parameters<typeof callJira>[0];
  readonly remote: Parameters<typeof callRemote>[0];
  readonly kvs: Parameters<typeof answerKvs>[0];
  readonly realtime: Parameters<typeof answerRealtime>[0];
  readonly stargate: Parameters<typeof callStargate>[0];
  readonly faults: Faults;
  readonly happenings: Happenings;
}

/** What stands in for the platform's proxy: every outgoing call of a function passes here. */
export function createForgeFetch(parts: ForgeFetchParts): ForgeFetch {
  const { jira, remote, kvs, realtime, stargate, faults, happenings } = parts;
  const answers: Readonly<Record<OutgoingCall['service'], Answer>> = {
    jira: ({ target, path, init }, note) => callJira(jira, target, path, init, note),
    remote: ({ target, path, init }, note) => callRemote(remote, target, path, init, note),
    storage: ({ path, init }) => answerKvs(kvs, path, parseBody(init)),
    realtime: ({ init }) => answerRealtime(realtime, parseBody(init) as never, currentInvocation()),
    queue: ({ target, path, init }) => callStargate(stargate, target, path, init),
    atlassian: ({ target, path, init }) => callStargate(stargate, target, path, init),
  };
  return async (target, path, init = {}) => {
    const { functionKey, id: invocationId, faultMode, life } = currentInvocation();
    const call: OutgoingCall = { service: serviceOf(target, path), target, path, init };
    // What was ended waits for good: it must neither go on nor fail.
    const goesOn = async (moment: 'before' | 'after'): Promise<void> => {
      if (!life.isOver && faults.endsFunction(call, moment)) life.end();
      if (life.isOver) await new Promise<never>(() => {});
    };
    await goesOn('before');
    const method = init.method ?? 'GET';
    const title = `${method} ${path}`;
    const detail = {
      as: target.provider ?? null,
      to: target.remote ?? target.type,
      method,
      path,
      body: init.body ?? null,
    };
    const end = happenings.begin({ kind: call.service, title, functionKey, invocationId, detail });
    let noted: Ending = {};
    const note = (ending: Ending): void => {
      noted = { ...noted, ...ending };
    };
    const answer = async (): Promise<Response> => answers[call.service](call, note);
    try {
      const fault = faults.of[call.service] ?? findFault(faultMode, call.service);
      const response = await (fault?.(call, answer) ?? answer());
      end({ ...noted, outcome: String(response.status) });
      await goesOn('after');
      return response;
    } catch (error) {
      end({ ...noted, outcome: 'failed' });
      await goesOn('after');
      throw error;
    }
  };
}
