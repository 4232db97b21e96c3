import { describeOrigin, quotasOfRule, requireOwnOrigin } from '../../../src/service/conversation/origin';

const alice = { kind: 'user', id: 'alice', label: null } as const;
const bot = { kind: 'client', id: 'client:1', label: 'Build bot' } as const;
const app = { kind: 'app', id: 'app:1', label: null } as const;

test('a person who says nothing of it writes as a person', () => {
  expect(describeOrigin(alice, null)).toEqual({ kind: 'person', label: null });
});

test('a person writes without a label', () => {
  expect(describeOrigin(alice, { kind: 'person', label: 'The boss' })).toEqual({ kind: 'person', label: null });
});

test.each(['client', 'rule'] as const)('a person cannot pass for a %s', (kind) => {
  expect(() => describeOrigin(alice, { kind, label: 'Build bot' })).toThrow('body/origin/kind');
});

test('whose rule it is comes from the app alone', () => {
  const rule = { kind: 'rule', label: 'Overdue', account: 'carla' } as const;
  expect(describeOrigin(app, rule)).toEqual(rule);
  expect(describeOrigin(bot, rule)).toEqual({ kind: 'client', label: 'Build bot' });
  expect(describeOrigin(alice, { kind: 'person', label: null, account: 'carla' })).toEqual({
    kind: 'person',
    label: null,
  });
  expect(() => requireOwnOrigin(bot, rule)).toThrow('body/origin/account');
  expect(() => requireOwnOrigin(alice, rule)).toThrow('body/origin/account');
  expect(() => requireOwnOrigin(app, rule)).not.toThrow();
});

test.each(['app:1', 'client:1', 'unidentified'])('a rule is not of %s', (account) => {
  expect(() => describeOrigin(app, { kind: 'rule', label: null, account })).toThrow('body/origin/account');
});

test('each rule of an account counts by itself, without its name', () => {
  const quota = (label: string | null, account: string | null) => quotasOfRule({ kind: 'rule', label, account }, 60);
  expect(quota('Overdue', 'carla')).toEqual([
    { callerId: 'carla', subject: expect.stringMatching(/^rule:[0-9a-f]{32}$/), limit: 60 },
  ]);
  expect(quota('Overdue', 'carla')).not.toEqual(quota('Nightly', 'carla'));
  expect(quota('Overdue', null)).toEqual([]);
  expect(quotasOfRule({ kind: 'rule', label: 'Overdue', account: 'carla' }, 0)).toEqual([]);
});

test('a client is a client under its own name, whatever it claims', () => {
  expect(describeOrigin(bot, { kind: 'person', label: 'Alice' })).toEqual({ kind: 'client', label: 'Build bot' });
});

test('what the app sends as itself comes from a rule', () => {
  expect(describeOrigin(app, { kind: 'person', label: 'Overdue' })).toEqual({
    kind: 'rule',
    label: 'Overdue',
    account: null,
  });
  expect(describeOrigin(app, null)).toEqual({ kind: 'rule', label: null, account: null });
});
