import { parseTokenRequest } from '../../../../src/service/http/oauth/parse-token-request';

const bytes = (text: string) => new TextEncoder().encode(text);
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const whole = { grantType: 'client_credentials', clientId: 'c1', clientSecret: 's', scope: undefined };
const asJson = bytes('{"grant_type":"client_credentials","client_id":"c1","client_secret":"s","audience":"x"}');
const basic = (text: string) => `Basic ${btoa(text)}`;

test.each([
  ['JSON', json, undefined, asJson],
  ['JSON with a literal null for a header', json, 'null', asJson],
  ['a form', form, undefined, bytes('grant_type=client_credentials&client_id=c1&client_secret=s')],
  ['a form and HTTP Basic', form, basic('c1:s'), bytes('grant_type=client_credentials')],
  ['HTTP Basic with the same id in the form', form, basic('c1:s'), bytes('grant_type=client_credentials&client_id=c1')],
])('%s is read', (_, contentType, authorization, body) => {
  expect(parseTokenRequest({ contentType, authorization }, body)).toEqual(whole);
});

test.each([
  [
    'a form beside HTTP Basic',
    form,
    basic('c1:s'),
    bytes('grant_type=client_credentials&client_secret=&client_id=&scope='),
  ],
  [
    'JSON beside HTTP Basic',
    json,
    basic('c1:s'),
    bytes('{"grant_type":"client_credentials","client_id":"","client_secret":""}'),
  ],
  [
    'a form that gives one twice, once without',
    form,
    undefined,
    bytes('client_id=&grant_type=client_credentials&client_id=c1&client_secret=s'),
  ],
  [
    'JSON',
    json,
    undefined,
    bytes('{"grant_type":"client_credentials","client_id":"c1","client_secret":"s","scope":""}'),
  ],
])('a parameter without a value counts as left out, in %s', (_, contentType, authorization, body) => {
  expect(parseTokenRequest({ contentType, authorization }, body)).toEqual(whole);
});

test('the scopes that are asked for are read, from JSON and from a form beside HTTP Basic', () => {
  const scope = 'participate:conversation manage:conversation';
  const inJson = parseTokenRequest({ contentType: json, authorization: undefined }, bytes(JSON.stringify({ scope })));
  const inForm = parseTokenRequest(
    { contentType: form, authorization: basic('c1:s') },
    bytes(`scope=${scope.replace(' ', '+')}`),
  );
  expect([inJson.scope, inForm.scope]).toEqual([scope, scope]);
});

test('both halves of HTTP Basic are form-encoded', () => {
  const request = parseTokenRequest({ contentType: form, authorization: basic('c%31:a%3A+b:c') }, bytes(''));
  expect(request).toMatchObject({ clientId: 'c1', clientSecret: 'a: b:c' });
});

test.each([
  ['what is neither form nor JSON', 'text/plain', undefined, asJson],
  ['broken JSON', json, undefined, bytes('{')],
  ['a number for a secret', json, undefined, bytes('{"client_secret":1}')],
  ['zero for a secret', json, undefined, bytes('{"client_secret":0}')],
  ['false for an id', json, undefined, bytes('{"client_id":false}')],
  ['a list for a scope', json, undefined, bytes('{"scope":["manage:conversation"]}')],
  ['a parameter given twice', form, undefined, bytes('client_id=a&client_id=b')],
  ['a client named in two ways', form, basic('c1:s'), bytes('client_secret=s')],
  ['HTTP Basic that cannot be read', form, basic('%:s'), bytes('')],
])('%s is refused', (_, contentType, authorization, body) => {
  expect(() => parseTokenRequest({ contentType, authorization }, body)).toThrow(
    expect.objectContaining({ code: 'invalid_request' }),
  );
});
