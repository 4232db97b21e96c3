import type { DescribedOperation } from '../../src/contract/operation';
import fc from '../shared/random/fast-check';
import { arbitraryOf } from './arbitrary-of-schema';

export interface RandomRequest {
  readonly method: string;
  /** Path and query, encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Ids that exist, so that a good part of what is asked is found. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** Text that no schema allows, and what breaks parsers. */
const broken = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '-1',
    '0',
    '1e9',
    'null',
    'true',
    '%00',
    '..',
    '../..',
    "' or 1=1 --",
    '\u0000',
    '🙂',
    'NaN',
    '[]',
  ),
);

/** Requests for one operation: mostly as its schemas say, each part now and then broken. */
export function randomRequest(operation: DescribedOperation, known: KnownValues): fc.Arbitrary<RandomRequest> {
  const params = partOf(operation.params, known, 0.02);
  const query = partOf(operation.query, known, 0.05);
  return fc
    .record({
      params,
      query,
      more: fc.oneof({ weight: 24, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(broken, broken) }),
      sent: bodyOf(operation),
      key: keyOf(operation),
    })
    .map(({ params: values, query: asked, more, sent, key }) => {
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(values[name]));
      const search = Object.entries(asked).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => `${encodeURIComponent(name)}=${encode(one)}`),
      );
      if (more !== null) search.push(more.map(encode).join('='));
      return {
        method: operation.method,
        path: path + (search.length === 0 ? '' : `?${search.join('&')}`),
        headers: { ...sent.headers, ...key },
        body: sent.body,
      };
    });
}

/** Lone halves of surrogate pairs cannot be written in an address at all. */
function encode(value: unknown): string {
  return encodeURIComponent(String(value).replace(/[\uD800-\uDFFF]/g, '?')).replace(/^\.+$/, '%2E');
}

function partOf(
  schema: DescribedOperation['params'],
  known: KnownValues,
  faults: number,
): fc.Arbitrary<Record<string, unknown>> {
  const required = new Set<string>(schema.required ?? []);
  const entries = Object.entries(schema.properties).map(([name, inner]) => {
    const values = known[name] ?? [];
    const good =
      values.length === 0
        ? arbitraryOf(inner)
        : fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: arbitraryOf(inner) });
    const weight = Math.round(faults * 100);
    return [name, fc.oneof({ weight: 100 - weight, arbitrary: good }, { weight, arbitrary: broken })] as const;
  });
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: Object.keys(schema.properties).filter(
      (name) => required.has(name) && !('default' in (schema.properties[name] ?? {})),
    ),
  });
}

function bodyOf({
  body,
}: DescribedOperation): fc.Arbitrary<{ headers: Record<string, string>; body: string | undefined }> {
  const none = fc.constant({ headers: {}, body: undefined });
  if (body === undefined) {
    // GET and DELETE with a type and no body are what old clients send.
    return fc.constantFrom(
      { headers: {}, body: undefined },
      { headers: { 'Content-Type': 'application/json' }, body: undefined },
    );
  }
  const good = Object.entries(body).map(([type, schema]) =>
    arbitraryOf(schema).map((value) => ({
      headers: { 'Content-Type': type },
      body: type === 'application/json' ? JSON.stringify(value) : String(value),
    })),
  );
  const odd = fc
    .tuple(
      fc.constantFrom('application/json', 'text/plain', 'text/markdown', 'text/html', 'x'),
      fc.oneof(broken, fc.json()),
    )
    .map(([type, text]) => ({ headers: { 'Content-Type': type }, body: text }));
  return fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...good) },
    { weight: 3, arbitrary: odd },
    { weight: 1, arbitrary: none },
  );
}

function keyOf({ idempotent }: DescribedOperation): fc.Arbitrary<Record<string, string>> {
  if (!idempotent) return fc.constant({});
  const key = fc.stringMatching(/^[!-~]{1,20}$/).map((it): Record<string, string> => ({ 'Idempotency-Key': it }));
  return fc.oneof(
    fc.constant({}),
    key,
    fc.constant({ 'Idempotency-Key': 'x'.repeat(129) }),
    fc.constant({ 'Idempotency-Key': 'k' }),
  );
}
