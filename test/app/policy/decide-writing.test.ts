import { decideWriting, type WritingFacts } from '../../../src/app/policy/decide-writing';
import type { Person } from '../../../src/app/policy/person';

const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: 'bob',
  name: 'Bob Brown',
  kind: 'person',
  active: true,
  ...changes,
});

const facts = (changes: Partial<WritingFacts> = {}): WritingFacts => ({
  sender: 'alice',
  recipient: aPerson(),
  assignee: 'bob',
  haveThread: false,
  ...changes,
});

test.each<[string, Partial<WritingFacts>]>([
  ['the present assignee', {}],
  ['someone with whom they have a thread, after the issue was reassigned', { assignee: 'carla', haveThread: true }],
  ['someone with whom they have a thread, on an issue without an assignee', { assignee: null, haveThread: true }],
])('one may write to %s', (_, changes) => {
  expect(decideWriting(facts(changes))).toBeNull();
});

test.each<[string, Partial<WritingFacts>, string]>([
  ['without being logged in', { sender: null }, 'not_logged_in'],
  ['to oneself', { sender: 'bob' }, 'recipient_self'],
  ['to someone who is neither', { assignee: 'carla' }, 'recipient_stranger'],
  ['to an app', { recipient: aPerson({ kind: 'app' }) }, 'recipient_app'],
  ['to a program', { recipient: aPerson({ kind: 'program' }) }, 'recipient_program'],
  ['to a portal customer', { recipient: aPerson({ kind: 'customer' }) }, 'recipient_customer'],
  ['to an account that Jira does not show', { recipient: aPerson({ kind: 'unknown' }) }, 'recipient_unknown'],
  ['to someone who was deactivated', { recipient: aPerson({ active: false }) }, 'recipient_inactive'],
  [
    'to a deactivated one in an old thread',
    { recipient: aPerson({ active: false }), assignee: null, haveThread: true },
    'recipient_inactive',
  ],
])('one may not write %s', (_, changes, refusal) => {
  expect(decideWriting(facts(changes))).toBe(refusal);
});
