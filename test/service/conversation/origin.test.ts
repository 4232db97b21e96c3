import { describeOrigin } from '../../../src/service/conversation/origin';

const alice = { kind: 'user', id: 'alice', label: null } as const;
const bot = { kind: 'client', id: 'client:1', label: 'Build bot' } as const;
const app = { kind: 'app', id: 'app:1', label: null } as const;

test('a person who says nothing of it writes as a person', () => {
  expect(describeOrigin(alice, null)).toEqual({ kind: 'person', label: null });
});

test('a person writes without a label', () => {
  expect(describeOrigin(alice, { kind: 'person', label: 'The boss' })).toEqual({ kind: 'person', label: null });
});

test('a rule that sends as a person is shown as a rule, with its name', () => {
  const rule = { kind: 'rule', label: 'Overdue issues' } as const;
  expect(describeOrigin(alice, rule)).toEqual(rule);
});

test('a person cannot pass for a client', () => {
  expect(() => describeOrigin(alice, { kind: 'client', label: 'Build bot' })).toThrow('body/origin/kind');
});

test('a client is a client under its own name, whatever it claims', () => {
  expect(describeOrigin(bot, { kind: 'person', label: 'Alice' })).toEqual({ kind: 'client', label: 'Build bot' });
});

test('what the app sends as itself comes from a rule', () => {
  expect(describeOrigin(app, { kind: 'person', label: 'Overdue' })).toEqual({ kind: 'rule', label: 'Overdue' });
  expect(describeOrigin(app, null)).toEqual({ kind: 'rule', label: null });
});
