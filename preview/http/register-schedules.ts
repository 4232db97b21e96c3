import type { FastifyInstance } from 'fastify';
import type { Schedules } from '../../platform/forge/triggers/schedules';
import { refusal } from './identify-person';

/** The schedules of the app, and a way to run one without waiting for its time. */
export function registerSchedules(server: FastifyInstance, schedules: Schedules): void {
  server.get('/preview/schedules', async () => schedules.list());
  server.post<{ Params: { key: string } }>('/preview/schedules/:key/run', async (request) => {
    let schedule: Awaited<ReturnType<Schedules['run']>>;
    try {
      schedule = await schedules.run(request.params.key);
    } catch (error) {
      throw refusal(500, error instanceof Error ? error.message : String(error));
    }
    if (schedule === null) throw refusal(404, `There is no schedule ${request.params.key}.`);
    return schedule;
  });
}
