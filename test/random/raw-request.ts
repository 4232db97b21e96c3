import fc from '../shared/random/fast-check';

/** What a connection is sent, piece by piece. A piece is written, and the next one a moment later. */
export type Pieces = readonly Buffer[];

const odd = fc.constantFrom(
  ...['\u0000', '\ufeff', '\ud800', '\udc00', '\u202e', '\u2066', '\u200b', '\r', '\n', '\t', '%', '%zz', '..', '\\'],
  ...['🙂', 'é', '"', "'", '{', '[', '-1', '1e999', 'x'.repeat(9_000)],
);
const oddText = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 }).map(joined);

function joined(all: readonly string[]): string {
  return all.join('');
}

/** JSON as nobody writes it: deep, with keys of prototypes, halves of characters, numbers without an end. */
const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('[', '{"a":', '{"content":['), fc.constantFrom(10, 33, 1_000, 40_000))
    .map(([open, deep]) => {
      const ends = { '[': ']', '{"a":': '}', '{"content":[': ']}' } as const;
      return `${open.repeat(deep)}1${ends[open as keyof typeof ends].repeat(deep)}`;
    }),
  fc
    .tuple(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '\\u005f_proto__', ''),
      fc.constantFrom('{"isAdmin":true}', 'null', '[]', '{"prototype":{"x":1}}'),
    )
    .map(([key, value]) => `{"${key}":${value},"type":"doc","version":1,"content":[],"body":{"${key}":${value}}}`),
  fc
    .constantFrom('\\ud800', '\\udc00x', '\\u0000', '\\u202e', '\\u2066\\u2069', '\\ufeff', '\\uffff')
    .map(
      (text) =>
        `{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"a${text}"}]}]}`,
    ),
  fc.constantFrom(
    '1e999',
    '-0',
    `${'9'.repeat(5_000)}`,
    '{"a":1,"a":2}',
    '"',
    'nul',
    '{"type":"doc","version":1e0,"content":[]}',
  ),
  oddText.map((text) => JSON.stringify({ body: text, name: text, add: [text], messageId: text })),
);

/** As bytes: now and then not UTF-8, or compressed by name alone. */
const oddBody: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 6, arbitrary: oddJson.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: oddText.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.constantFrom(70, 300, 600).map((kilobytes) => Buffer.alloc(kilobytes * 1024, 'a')) },
);

const header: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'Content-Encoding: gzip',
      'Content-Encoding: br, gzip',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip',
    ],
    ...['Content-Length: -1', 'Content-Length: 5', 'Content-Length: 1, 2', 'Content-Length: 99999999999999999999'],
    ...['Expect: 100-continue', 'Expect: x', 'Upgrade: websocket', 'Connection: close', 'Connection: upgrade'],
    ...['Host: y', 'Authorization: Basic eDp5', 'Authorization: Bearer x', 'X-HTTP-Method-Override: DELETE'],
    ...['Aside-Account-Id: app:1', 'Aside-Account-Id: unidentified', 'Aside-Speaks-As: app', 'Idempotency-Key: ü'],
    ...['X Bad: 1', ': nameless', 'X-Folded: a\r\n b', 'X-Nul: a\u0000b', 'Range: bytes=0-', 'X-Forwarded-For: ::1, x'],
  ),
  fc
    .tuple(fc.constantFrom('X-Odd', 'Cookie', 'Accept', 'Content-Type', 'Idempotency-Key'), oddText)
    .map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom(100, 3_000).map((many) => Array.from({ length: many }, (_, n) => `X-${n}: a`).join('\r\n')),
  fc.constantFrom(8, 40).map((kilobytes) => `X-Long: ${'a'.repeat(kilobytes * 1024)}`),
);

/** @param paths of operations, with ids that exist. */
export function rawRequest(paths: readonly string[], authorization: string): fc.Arbitrary<Buffer> {
  const method = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE') },
    { weight: 1, arbitrary: fc.constantFrom('OPTIONS', 'HEAD', 'TRACE', 'CONNECT', 'SING', 'get', '') },
  );
  const path = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...paths) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...paths), oddText).map(joined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('*', '//', 'http://evil/', '/%00', '/%c0%af', `/${'a'.repeat(20_000)}`, ''),
    },
  );
  const version = fc.oneof(
    { weight: 20, arbitrary: fc.constant('HTTP/1.1') },
    { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'http/1.1', '') },
  );
  const rest = fc.tuple(
    fc.array(header, { maxLength: 3 }),
    oddBody,
    fc.constantFrom('application/json', 'text/plain', 'text/markdown', 'application/x-www-form-urlencoded'),
    fc.constantFrom('right', 'right', 'right', 'right', 'short', 'chunked', 'none'),
    fc.integer({ min: 0, max: 9 }),
  );
  return fc.tuple(method, path, version, rest).map(([verb, target, protocol, [headers, body, type, length, luck]]) => {
    const lengths = {
      right: [`Content-Length: ${body.length}`],
      short: [`Content-Length: ${body.length + 7}`],
      chunked: ['Transfer-Encoding: chunked'],
      none: [],
    };
    const chunks =
      length === 'chunked'
        ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]
        : [body];
    const all = [`${verb} ${target} ${protocol}`, ...(luck === 0 ? [] : ['Host: x'])];
    if (luck > 1) all.push(authorization);
    all.push(`Content-Type: ${type}`, ...lengths[length], ...(luck > 5 ? [] : headers));
    return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`, luck === 2 ? 'latin1' : 'utf8'), ...chunks]);
  });
}

/** One request or several behind one another, whole, in pieces, or broken off. */
export function rawConnection(request: fc.Arbitrary<Buffer>): fc.Arbitrary<Pieces> {
  return fc
    .tuple(fc.array(request, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 9 }), fc.nat(), fc.nat())
    .map(([requests, manner, first, second]) => {
      const all = Buffer.concat(requests);
      if (manner > 2) return [all];
      const [cut, end] = [first % all.length, second % all.length];
      if (manner === 2) return [all.subarray(0, cut)];
      return manner === 1
        ? [all.subarray(0, cut), all.subarray(cut)]
        : [all.subarray(0, Math.min(cut, end)), all.subarray(Math.min(cut, end))];
    });
}
