import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/start/open-platform';
import type { Hood } from '../wire/wire';

/** What happens under the hood: the demo site's own data, in full, for whoever looks at the preview. */
export function registerHood(server: FastifyInstance, { trace, jira }: Platform): void {
  server.get('/preview/hood', async (): Promise<Hood> => {
    const { hour } = jira;
    const points = { spent: hour.spent(), quota: hour.quota, secondsLeft: hour.secondsLeft() };
    return { happenings: trace.read(), points };
  });
}
