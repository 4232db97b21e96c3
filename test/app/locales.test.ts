import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { aMessage, aPanel, aProblem, aThread } from './views/builders';
import { FakeHost, letReactFinish } from './views/fake-host';
import { aConversation, aGroup, anEntry, anInboxMessage } from './views/inbox/builders';
import { listing, openInbox, openLine } from './views/inbox/open-inbox';

afterAll(letReactFinish);

type Texts = Readonly<Record<string, string>>;

const readTexts = (locale: string): Texts => JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8'));
const files = readdirSync('locales').sort();
const english = readTexts('en-US');
const others = files.map((file) => file.replace(/\.json$/, '')).filter((locale) => locale !== 'en-US');

/** Names, words that are spelt alike, and texts that are places alone. */
const alike = ['Aside', 'OK', '{author}: {text}', '{key}: {summary}', '{name} ({key})', '{reaction}: {names}'];
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  'de-DE': [...alike, 'Code: {code}', 'Name', 'Status', '{title}. {text}', '{status} {title}. {text}'],
  'ja-JP': alike,
};

const { translations, modules } = parse(readFileSync('manifest.yml', 'utf8')) as {
  translations: { resources: { key: string; path: string }[]; fallback: { default: string } };
  modules: { action: { name: string }[] };
};

test('the manifest names every file of texts by its locale, and falls back to English', () => {
  const named = files.map((file) => ({ key: file.replace(/\.json$/, ''), path: `locales/${file}` }));
  expect([...translations.resources].sort((a, b) => a.path.localeCompare(b.path))).toEqual(named);
  expect(others).toEqual(Object.keys(sameAsEnglish));
  expect(translations.fallback.default).toBe('en-US');
});

test('no English text is empty', () => {
  expect(findEmpty(english)).toEqual([]);
});

describe.each(others)('the texts in %s', (locale) => {
  const texts = readTexts(locale);
  const differing = (parts: (text: string) => readonly string[]) =>
    Object.keys(english).filter((key) => parts(texts[key] ?? '').join() !== parts(english[key] ?? '').join());

  test('have the keys of the English ones, in their order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test('have the same places for values, and the same smart values as examples', () => {
    expect(differing(readPlaces)).toEqual([]);
  });

  test('keep Markdown, addresses, commands, settings and the name of the action as they are', () => {
    expect(differing(readCode)).toEqual([]);
  });

  test('are translated, but for names and words that are spelt alike', () => {
    const same = Object.entries(texts).filter(([key, text]) => text === english[key]);
    expect([...new Set(same.map(([, text]) => text))].sort()).toEqual([...(sameAsEnglish[locale] ?? [])].sort());
  });

  test('are nowhere empty', () => {
    expect(findEmpty(texts)).toEqual([]);
  });
});

// Jira names a locale with an underscore; the bridge makes a hyphen of it.
describe.each([
  ['de-DE', 'de_DE', '04.03.2026, 05:06', '4. März'],
  ['ja-JP', 'ja-JP', '2026/03/04 5:06', '3月4日'],
])('to a reader in %s', (locale, named, moment, day) => {
  const texts = readTexts(locale);
  const say = (key: string, values: Texts = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const readEnglish = (host: FakeHost) => {
    const same = new Set(sameAsEnglish[locale]);
    const whole = new Set(Object.values(english).filter((text) => !same.has(text)));
    return host.text.split('\n').filter((line) => whole.has(line));
  };

  test('the panel speaks that language, dates too', async () => {
    const messages = [aMessage(1, 'Moin'), aMessage(2, 'Servus', { from: 'me', editedAt: '2026-03-04T05:06:07.000Z' })];
    const host = new FakeHost(
      {
        open: () => aPanel({ threads: [aThread(messages)] }),
        live: () => ({ ok: true, token: null, expiresAt: 0 }),
      },
      { locale: named, extension: { type: 'jira:issuePanel', issue: { id: '10001', key: 'WEB-1' } } },
    );
    await host.open();
    await host.until(() => expect(host.text).toContain(say('thread.heading', { name: 'Bob Brown' })));
    await host.until(() => expect(host.comments[0]).toMatchObject({ author: 'Bob Brown', wholeTime: moment }));
    expect(host.comments[1]).toMatchObject({ author: say('people.you') });
    const actions = [
      'message.quote',
      'message.toComment',
      'message.edit',
      'question.ask',
      'reminder.set',
      'message.delete',
    ] as const;
    expect(await host.actions(1)).toEqual(actions.map((key) => say(key)));
    expect(host.field(say('composer.label', { name: 'Bob Brown' }))).toBeDefined();
    expect(host.text).toContain(say('panel.kept'));
    expect(host.button(say('panel.refresh'))).toBeDefined();
    expect(readEnglish(host)).toEqual([]);
  });

  test('what was not sent says why in one piece', async () => {
    const host = new FakeHost(
      { open: () => aPanel(), send: () => aProblem('blocked'), live: () => ({ ok: true, token: null, expiresAt: 0 }) },
      { locale: named, extension: { type: 'jira:issuePanel', issue: { id: '10001', key: 'WEB-1' } } },
    );
    await host.open();
    const composer = say('composer.label', { name: 'Bob Brown' });
    await host.until(() => host.write(composer, 'Moin'));
    await host.until(() => host.press(say('composer.send')));
    const title = say('problem.blocked.title');
    const why = say('message.why', { status: say('message.failed'), title, text: say('problem.blocked.text') });
    await host.until(() => expect(host.comments[0]?.text).toContain(why));
  });

  test('the inbox speaks that language, dates too', async () => {
    const all = [anEntry(1, { unreadCount: 2 }), aGroup(2, { isMuted: true })];
    const host = await openInbox(
      { inboxList: listing({ all }), conversation: () => aConversation({ messages: [anInboxMessage(1, 'Moin')] }) },
      { locale: named },
    );
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.comments).toMatchObject([{ author: 'Bob Brown', wholeTime: moment }]));
    expect(host.texts('Heading')).toContain(say('inbox.all'));
    expect(host.texts('Pressable')[1]).toMatch(
      new RegExp(`${say('inbox.isGroup')} · ${say('inbox.isMuted')} · (${day}|${moment.split(/[, ]/)[0]})`),
    );
    expect(host.button(say('group.new'))).toBeDefined();
    expect(host.field(say('inbox.search'))).toBeDefined();
    expect(readEnglish(host)).toEqual([]);
  });
});

function findEmpty(texts: Texts): string[] {
  return Object.keys(texts).filter((key) => (texts[key] ?? '').trim() === '');
}

/** `{name}` is filled in by the views, `{{issue.key}}` stands there for Automation. */
function readPlaces(text: string): string[] {
  return [...text.matchAll(/\{\{[^}]*\}\}|\{\w+\}/g)].map(([place]) => place).sort();
}

/** What a reader types or looks for letter by letter. */
function readCode(text: string): string[] {
  const code = [...text.matchAll(/\*+|`|https:\/\/[\w.]*|ASIDE_\w+|npx \w+ \w+/g)].map(([word]) => word);
  return [...code, ...modules.action.map(({ name }) => name).filter((name) => text.includes(name))].sort();
}
