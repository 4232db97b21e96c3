import type { IncomingMessage } from 'node:http';
import { refuseField } from '../../errors/app-error';

/**
 * What a request is refused with. Whose sender went away before its end makes Node throw an error of the connection,
 * which is no fault of the service, and which nobody is there to read.
 */
export function blameSender(thrown: unknown, { complete, destroyed }: IncomingMessage): unknown {
  return !complete && destroyed ? refuseField('request', 'must arrive whole') : thrown;
}
