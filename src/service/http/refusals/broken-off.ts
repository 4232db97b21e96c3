import type { IncomingMessage } from 'node:http';
import { refuseField } from '../../errors/app-error';

/**
 * What a request is refused with. Where its sender went away before its end, Node ends the body with an error of the
 * connection: that is no fault of the service, and nobody is there to read of it. All else stays what it is.
 */
export function blameSender(thrown: unknown, { complete, destroyed }: IncomingMessage): unknown {
  return !complete && destroyed && isOfConnection(thrown) ? refuseField('request', 'must arrive whole') : thrown;
}

function isOfConnection(thrown: unknown): boolean {
  const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
