import type { FastifyInstance } from 'fastify';

/**
 * Ends the connection of whoever has not taken an answer whole within so many milliseconds of its beginning: what is
 * left of it lies in memory until then, and each byte that is read would make an idle time begin anew.
 */
export function endSlowAnswers(app: FastifyInstance, within: number): void {
  app.addHook('onSend', async (_request, { raw }) => {
    const timer = setTimeout(() => raw.destroy(), within);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
