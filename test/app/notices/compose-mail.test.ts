import { composeMail } from '../../../src/app/notices/mail/compose-mail';

const aMail = (changes: Partial<Parameters<typeof composeMail>[0]> = {}) =>
  composeMail({
    name: 'Alice Archer',
    about: 'person',
    isMention: false,
    isReminder: false,
    later: 0,
    key: 'WEB-1',
    locale: 'en_US',
    inboxUrl: 'https://example.atlassian.net/jira/apps/a/e?conversation=c',
    issueUrl: 'https://example.atlassian.net/browse/WEB-1',
    ...changes,
  });

it.each([
  ['en_US', 'Alice Archer sent you a message about WEB-1'],
  ['de_DE', 'Alice Archer hat Ihnen zu WEB-1 geschrieben'],
  ['ja_JP', 'Alice Archer さんから WEB-1 についてのメッセージが届きました'],
  ['fr_FR', 'Alice Archer sent you a message about WEB-1'],
  [null, 'Alice Archer sent you a message about WEB-1'],
])('a mail speaks the language that Jira is set up in, English where there is no other: %s', (locale, subject) => {
  expect(aMail({ locale }).subject).toBe(subject);
});

describe.each(['en_US', 'de_DE', 'ja_JP'])('in %s', (locale) => {
  it.each([
    ['of a person', {}],
    ['of someone without a name', { name: null }],
    ['of a rule', { about: 'rule', name: null } as const],
    ['of a group', { about: 'group' } as const],
    ['of a program in a group', { about: 'group', name: null } as const],
    ['to try', { about: 'test', name: null } as const],
    ['of a mention', { isMention: true }],
    ['of a mention by someone without a name', { isMention: true, name: null }],
    ['that reminds', { isReminder: true }],
    ['after which one came', { later: 1 }],
    ['after which many came', { later: 7 }],
  ])('a mail %s is filled in, leads to the message and to the issue, and says how to stop such mails', (_, changes) => {
    const { subject, textBody, htmlBody } = aMail({ locale, ...changes });
    expect(subject + textBody + htmlBody).not.toMatch(/[{}]|null|undefined/);
    expect(subject).toContain('WEB-1');
    expect(textBody).toContain('https://example.atlassian.net/jira/apps/a/e?conversation=c');
    expect(textBody).toContain('https://example.atlassian.net/browse/WEB-1');
    expect(htmlBody).toContain('href="https://example.atlassian.net/browse/WEB-1"');
    expect(textBody).toMatch(/Aside/);
  });

  test('a mail of a rule says so whether it mentions its receiver or not', () => {
    const rule = { locale, about: 'rule', name: null } as const;
    expect(aMail({ ...rule, isMention: true })).toEqual(aMail(rule));
    expect(aMail(rule).subject).toMatch(/rule|regel|ルール/);
  });

  test('a mail says that it cannot be answered', () => {
    const { textBody, htmlBody } = aMail({ locale });
    const say = { en_US: /do not answer this mail/, de_DE: /antworten Sie nicht/, ja_JP: /返信しないでください/ }[
      locale
    ];
    for (const body of [textBody, htmlBody]) expect(body).toMatch(say ?? '');
  });

  test('a mail says how many came since, and at a hundred that there are more', () => {
    const [none, seven, many] = [0, 7, 100].map((later) => aMail({ locale, later }).textBody);
    expect(none).not.toMatch(/7|100/);
    expect(seven).toMatch(/7/);
    expect(many).toMatch(/100\+/);
  });
});
