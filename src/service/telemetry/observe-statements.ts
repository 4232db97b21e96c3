import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { StoreUnavailable } from '../errors/store-unavailable';
import type { ObserveStatement } from '../store/engine/observed-database';
import type { Metrics } from './metrics';

const tracerName = 'aside';

/** A span and a measurement for each statement, by its name: its text holds no words, and its parameters are not told. */
export function observeStatements(metrics: Metrics | null): ObserveStatement {
  return (statement, work) =>
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
            metrics?.countStatement(statement.name, isWrite(statement.text), outcome, secondsSince(began));
          }
        },
      );
}

function isWrite(text: string): boolean {
  return /\b(insert into|update|delete from)\s/.test(text);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
