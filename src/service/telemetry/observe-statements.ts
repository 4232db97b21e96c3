import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { StoreUnavailable } from '../errors/store-unavailable';
import type { ObservedKind, ObserveStatement } from '../store/engine/observed-database';
import type { Metrics } from './metrics';

const tracerName = 'aside';

/** A span and a measurement for each statement, by its name: its text holds no words, and its parameters are not told. */
export function observeStatements(metrics: Metrics | null): ObserveStatement {
  return (statement, work, kind) =>
    trace
      .getTracer(tracerName)
      .startActiveSpan(
        `store ${statement.name}`,
        { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql', 'db.operation.name': statement.name } },
        async (span) => {
          const began = performance.now();
          let outcome = 'failed';
          try {
            const result = await work();
            outcome = 'ok';
            return result;
          } catch (error) {
            if (error instanceof StoreUnavailable) outcome = 'unavailable';
            span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
            throw error;
          } finally {
            span.end();
            metrics?.countStatement(statement.name, isCommit(kind, statement.text), outcome, secondsSince(began));
          }
        },
      );
}

/** A transaction commits once, whatever it writes: all of ours write. */
function isCommit(kind: ObservedKind, text: string): boolean {
  return kind === 'transaction' || (kind === 'statement' && /\b(insert into|update|delete from)\s/.test(text));
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
