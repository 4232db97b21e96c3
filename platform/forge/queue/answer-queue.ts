import type { OperationLimit } from '../../clock/operation-limit';
import type { ConsumerModule } from '../../manifest/app-manifest';
import type { RuleBook } from '../../rules/rules';
import type { EventQueue, PushedEvent } from './event-queue';

interface PushRequest {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly PushedEvent[];
}

/** Above this an event is refused where the consumer's function may run longer than 55 s. */
const largestOfLongRunning = 100 * 1024;
const [mostOfPush, largestPush] = [50, 200 * 1024];

export interface QueueAnswerParts {
  readonly queue: EventQueue;
  readonly consumers: readonly ConsumerModule[];
  readonly isLongRunning: (functionKey: string) => boolean;
  /** 500 events a minute. */
  readonly limit: OperationLimit;
  readonly rules: RuleBook;
}

/** `Queue.push` of @forge/events 3: 201 is taken, 413 too large, 429 too many (out/validators.js). */
export function answerQueue(parts: QueueAnswerParts, { queueName, jobId, payload }: PushRequest): Response {
  const consumer = parts.consumers.find((candidate) => candidate.queue === queueName);
  if (consumer === undefined) {
    return Response.json({ message: `manifest.yml has no consumer of the queue ${queueName}.` }, { status: 400 });
  }
  const { rules } = parts;
  const isOver = payload.length > mostOfPush || Buffer.byteLength(JSON.stringify(payload)) > largestPush;
  if (isOver && rules.hold('pushes-are-small')) {
    return Response.json({ errorMessage: 'A push has 50 events and 200 KB at most.' }, { status: 413 });
  }
  const isTooLarge = (event: PushedEvent): boolean => Buffer.byteLength(JSON.stringify(event)) > largestOfLongRunning;
  const isLong = parts.isLongRunning(consumer.functionKey) && rules.hold('long-consumers-take-small-events');
  if (isLong && payload.some(isTooLarge)) {
    return Response.json({ errorMessage: 'An event of this consumer has 100 KB at most.' }, { status: 413 });
  }
  if (!parts.limit.take(payload.length) && rules.hold('pushes-are-limited')) {
    return new Response(null, { status: 429, statusText: 'Too Many Requests' });
  }
  parts.queue.push(queueName, jobId, payload);
  return Response.json({}, { status: 201 });
}
