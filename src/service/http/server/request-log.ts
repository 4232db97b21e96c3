import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../../config/config';
import type { LogStream } from './app-options';
import type { TellSettled } from './on-settled';
import { openLog } from './open-log';

/** What Fastify's logger (pino) is told: level, destination, and no host name or process id beside each line. */
export function describeLogger(
  level: Config['logLevel'],
  stream: LogStream | undefined,
): NonNullable<FastifyServerOptions['logger']> {
  return { level, base: null, stream: stream ?? openLog() };
}

/** One line a request, with the route's pattern: an address itself holds account ids. */
export const logRequest: TellSettled = (request, { status, milliseconds }) => {
  const route = request.routeOptions.url ?? 'unknown';
  const ms = Math.round(milliseconds * 10) / 10;
  request.log.info({ method: request.method, route, status, ms }, 'request');
};
