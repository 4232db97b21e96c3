import { describeClaims } from '../../../src/service/identity/describe-claims';

const payload = {
  iss: 'forge/invocation-token',
  aud: 'ari:cloud:ecosystem::app/1',
  iat: 1_000,
  exp: 1_025,
  principal: '557058:bob',
  app: {
    id: '1',
    installationId: 'ari:cloud:ecosystem::installation/2',
    environment: { type: 'PRODUCTION', id: 'ari:3' },
    installation: { contexts: [{ name: 'jira', cloudId: 'c' }] },
  },
};

test('every claim is named, and only those that name the app have a value', () => {
  expect(describeClaims(payload)).toEqual([
    { name: 'iss', value: 'forge/invocation-token' },
    { name: 'aud', value: 'ari:cloud:ecosystem::app/1' },
    { name: 'iat', value: null },
    { name: 'exp', value: null },
    { name: 'principal', value: null },
    { name: 'app.id', value: '1' },
    { name: 'app.installationId', value: null },
    { name: 'app.environment.type', value: 'PRODUCTION' },
    { name: 'app.environment.id', value: null },
    { name: 'app.installation.contexts', value: null },
    { name: 'exp - iat', value: '25 s' },
  ]);
});

test('a token of many claims makes no more of them than fifty', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`claim${n}`, n]));
  expect(describeClaims(many)).toHaveLength(50);
});
