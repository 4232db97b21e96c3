import { decodeBody } from '../../../../src/service/http/request/decode-body';

const types = ['application/json', 'text/plain'] as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (contentType: string | undefined, raw: Uint8Array | undefined) => {
  try {
    return decodeBody(types, contentType, raw);
  } catch (error) {
    const { code, details } = error as { code: string; details: { field: string; rule: string }[] };
    return [code, details[0]?.field, details[0]?.rule];
  }
};

test('JSON is parsed and nothing in it is converted', () => {
  expect(decodeBody(types, 'application/json; charset=UTF-8', bytes('{"a":"1"}')).value).toEqual({ a: '1' });
});

test('text stays as it came', () => {
  expect(decodeBody(types, 'Text/Plain', bytes(' £ *a*\n')).value).toBe(' £ *a*\n');
});

test.each([
  ['what is not JSON', 'application/json', bytes('{'), 'invalid_request', 'body'],
  ['what is not UTF-8', 'text/plain', new Uint8Array([0xc3, 0x28]), 'invalid_request', 'body'],
  ['U+0000 in text', 'text/plain', bytes('a\0'), 'invalid_request', 'body'],
  ['U+0000 in JSON', 'application/json', bytes('{"a":["\\u0000"]}'), 'invalid_request', 'body/a/0'],
  ['half of a pair', 'application/json', bytes('{"a/b":"\\uD83D"}'), 'invalid_request', 'body/a~1b'],
  ['another type', 'application/xml', bytes('<a/>'), 'unsupported_media_type', 'header.Content-Type'],
  ['no type', undefined, bytes('a'), 'unsupported_media_type', 'header.Content-Type'],
  ['another charset', 'text/plain;charset=latin1', bytes('a'), 'unsupported_media_type', 'header.Content-Type'],
])('%s is refused', (_, contentType, raw, code, field) => {
  expect(refusal(contentType, raw)).toEqual([code, field, expect.any(String)]);
});

test.each([
  ['no body', undefined],
  ['an empty body', bytes('')],
])('%s is refused as missing, whatever its type', (_, raw) => {
  expect(refusal('text/plain', raw)).toEqual(['invalid_request', 'body', 'is required']);
  expect(refusal(undefined, raw)).toEqual(['invalid_request', 'body', 'is required']);
});

test('a whole pair and an escaped backslash are text like any other', () => {
  const text = String.raw`{"a":"\ud83d\ude00","b":"\\u0000"}`;
  expect(decodeBody(types, 'application/json', bytes(text)).value).toEqual({ a: '😀', b: String.raw`\u0000` });
});

test.each([
  [256, 'invalid_request'],
  [257, 'too_large'],
  [50_000, 'too_large'],
])('JSON of %i levels is refused as %s where nothing at its bottom can be kept', (depth, code) => {
  const text = `${'['.repeat(depth)}"\\u0000"${']'.repeat(depth)}`;
  expect(refusal('application/json', bytes(text))).toEqual([code, expect.any(String), expect.any(String)]);
});

test('brackets within text are not levels', () => {
  const text = JSON.stringify({ a: `"${'['.repeat(300)}` });
  expect(decodeBody(types, 'application/json', bytes(text)).value).toEqual({ a: `"${'['.repeat(300)}` });
});
