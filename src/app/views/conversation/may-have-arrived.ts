import type { ViewProblem } from '../shared/view-problem';

/** Whether a send that failed so may have reached the service all the same: its answer was lost, or came too late. */
export function mayHaveArrived({ code }: ViewProblem): boolean {
  return code === 'service_away' || code === 'unexpected' || code === 'offline' || code === 'already_sent';
}
