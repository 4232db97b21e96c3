import { aMessage, aPanel, aThread, bob, theApp } from './builders';
import { FakeHost, letReactFinish } from './fake-host';
import type { HostNode } from './host-node';
import { aConversation, aGroup, anEntry, anInboxMessage } from './inbox/builders';
import { listing, openInbox } from './inbox/open-inbox';
import { openPanel } from './panel/open-panel';
import { openSettings } from './settings/open-settings';

afterAll(letReactFinish);

// What others call themselves, their groups and their rules must neither turn the sentence around it nor break its line.
const mark = 'evil';
const hostile = `${mark}\u202e\u2069\r\n\u0007gnp`;
const person = { ...bob, name: hostile };
const rule = { kind: 'rule', label: hostile, owner: person } as const;

/** Every text that is drawn and holds those words, whatever prop it stands in; what is typed by its own author is apart. */
function drawn(host: FakeHost): string[] {
  const texts: string[] = [];
  const look = (value: unknown, type: string): void => {
    if (typeof value === 'string') {
      if (value.includes(mark)) texts.push(`${type}: ${value}`);
    } else if (typeof value === 'object' && value !== null && !('$$typeof' in value)) {
      for (const [name, inner] of Object.entries(value)) {
        // Words of a message are a document of their own; a field holds what it is to save.
        if (name !== 'document' && name !== 'defaultValue' && !name.startsWith('_')) look(inner, type);
      }
    }
  };
  const visit = (node: HostNode): void => {
    look(node.props, node.type);
    node.children.forEach(visit);
  };
  visit(host.root);
  return texts;
}

function expectKept(host: FakeHost, fewest: number): void {
  const texts = drawn(host);
  expect(texts.length).toBeGreaterThanOrEqual(fewest);
  for (const text of texts) {
    expect(text).not.toMatch(/[\p{Cc}]/u);
    // From the innermost isolate outwards.
    let outside = text;
    for (let depth = 0; depth < 4; depth += 1) outside = outside.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
    expect(outside).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(text).toMatch(/\u2068evil\u202e gnp\u2069/);
  }
}

test('in the panel', async () => {
  const threads = [
    aThread([aMessage(1, 'Hello')], { person }),
    aThread([aMessage(2, 'Hi')], { person: { ...person, id: 'other' }, unreadCount: 2 }),
    aThread([aMessage(3, 'Due', { origin: rule })], { person: { ...theApp, name: hostile } }),
  ];
  const { host } = await openPanel({ panels: [aPanel({ threads })] });
  await host.until(() => expectKept(host, 6));
});

test('in the inbox', async () => {
  const last = { from: 'them', text: hostile, isDeleted: false, ts: '2026-03-04T05:06:07.000Z', notice: null } as const;
  const group = aGroup(2, { name: hostile, topic: hostile, last });
  const message = anInboxMessage(1, 'Hello', {
    sender: person,
    origin: rule,
    issue: { id: '7', key: 'WEB-7', summary: hostile },
  });
  const host = await openInbox({
    inboxList: listing({ all: [anEntry(1, { person, last: { ...last, from: 'me' } }), group] }),
    conversation: () => aConversation({ entry: group, messages: [message], members: [person] }),
  });
  await host.until(() => expectKept(host, 4));
  const line = host.all('Pressable').at(-1)?.props['onClick'] as () => void;
  line();
  await host.until(() => expectKept(host, 9));
});

test('in the preferences', async () => {
  const host = new FakeHost({
    preferences: () => ({ ok: true, choices: {}, blocked: [person], muted: [aGroup(1, { name: hostile })] }),
  });
  await host.open('preferences');
  await host.until(() => expectKept(host, 4));
});

test('in the delivery log', async () => {
  const delivery = {
    id: 'd',
    at: '2026-03-04T05:06:07.000Z',
    entry: 'rule',
    to: 'bob',
    toName: hostile,
    owner: person,
    issueKey: 'WEB-1',
    label: hostile,
    status: 'sent',
    reason: null,
    tries: 1,
  };
  const host = await openSettings('logs', { deliveries: () => ({ ok: true, deliveries: [delivery], cursor: '' }) });
  await host.until(() => expectKept(host, 2));
});

test('in a flag', async () => {
  const before = aPanel({ threads: [aThread([aMessage(1, 'Hello')])] });
  const news = aThread([aMessage(2, 'Hi')], { person: { ...person, id: 'other' }, unreadCount: 1 });
  const { host, commanded } = await openPanel({
    panels: [before, aPanel({ threads: [aThread([aMessage(1, 'Hello')]), news] })],
  });
  host.press('Refresh');
  await host.until(() => expect(commanded('showFlag')).toHaveLength(1));
  expect(commanded('showFlag')[0]?.['title']).toBe('New message from \u2068evil\u202e gnp\u2069');
});
