interface Wording {
  readonly subject: string;
  readonly lead: string;
}

/** What a mail says, without the words of the message. `{name}` and `{key}` are filled in. */
export interface MailTexts {
  readonly named: Wording;
  readonly nameless: Wording;
  readonly inGroup: Wording;
  readonly namelessInGroup: Wording;
  readonly rule: Wording;
  /** Of a person or a program, wherever: what counts is that one is meant. */
  readonly mention: Wording;
  readonly namelessMention: Wording;
  /** That someone asked for, to see whether mails reach them. */
  readonly test: Wording;
  /** A reminder that its receiver set. */
  readonly due: Wording;
  /** What came while its receiver wanted to be told of nothing. `{what}` is one of the three lines below. */
  readonly held: Wording;
  readonly heldOne: string;
  /** `{count}` messages. */
  readonly heldInOne: string;
  /** In `{conversations}`, which are several. */
  readonly heldInMany: string;
  /** `{subject}` is the subject that it would have had the first time. */
  readonly reminder: Wording;
  readonly laterOne: string;
  /** `{count}` messages. */
  readonly later: string;
  /** A reply by mail reaches nobody, or a comment (Atlassian KB 1155485862). */
  readonly noAnswer: string;
  readonly read: string;
  readonly issue: string;
  readonly stop: string;
}

const english: MailTexts = {
  named: {
    subject: '{name} sent you a message about {key}',
    lead: '{name} sent you a private message about {key}. It is not in this mail.',
  },
  nameless: {
    subject: 'You have a message about {key}',
    lead: 'You have a private message about {key}. It is not in this mail.',
  },
  inGroup: {
    subject: '{name} wrote in one of your groups about {key}',
    lead: '{name} wrote about {key} in a group that you are in. The message is not in this mail.',
  },
  namelessInGroup: {
    subject: 'There is a message about {key} in one of your groups',
    lead: 'There is a message about {key} in a group that you are in. It is not in this mail.',
  },
  rule: {
    subject: 'An automation rule sent you a message about {key}',
    lead: 'An automation rule sent you a private message about {key}. It is not in this mail.',
  },
  mention: {
    subject: '{name} mentioned you about {key}',
    lead: '{name} mentioned you in a private message about {key}. It is not in this mail.',
  },
  namelessMention: {
    subject: 'You were mentioned about {key}',
    lead: 'You were mentioned in a private message about {key}. It is not in this mail.',
  },
  test: {
    subject: 'Test mail of Aside about {key}',
    lead: 'You asked in your personal settings for this mail, which is about {key} alone because mails of Jira are about work items. Mails about messages reach you the same way.',
  },
  due: {
    subject: 'Reminder: {key}',
    lead: 'You asked Aside to remind you now of a conversation about {key}.',
  },
  held: {
    subject: 'Came while you were not disturbed: {what}',
    lead: 'During your quiet hours, or while you were away, came {what}. Their words are not in this mail.',
  },
  heldOne: 'one message',
  heldInOne: '{count} messages in one conversation',
  heldInMany: '{count} messages in {conversations} conversations',
  reminder: {
    subject: 'Not read yet: {subject}',
    lead: 'You were told of it a day ago and have not read it yet. No other reminder of it will come.',
  },
  laterOne: 'One more message has come in this conversation since.',
  later: '{count} more messages have come in this conversation since.',
  noAnswer:
    'Please do not answer this mail: the sender does not get the answer, and in some projects it becomes a comment that others can read. Answer in Aside.',
  read: 'Read and answer it',
  issue: 'Open {key}',
  stop: 'You can stop these mails in Jira: your picture, Personal settings, Aside. To mute one conversation, open it.',
};

const german: MailTexts = {
  named: {
    subject: '{name} hat Ihnen zu {key} geschrieben',
    lead: '{name} hat Ihnen eine private Nachricht zu {key} geschickt. Sie steht nicht in dieser E-Mail.',
  },
  nameless: {
    subject: 'Sie haben eine Nachricht zu {key}',
    lead: 'Sie haben eine private Nachricht zu {key}. Sie steht nicht in dieser E-Mail.',
  },
  inGroup: {
    subject: '{name} hat in einer Ihrer Gruppen zu {key} geschrieben',
    lead: '{name} hat in einer Gruppe, in der Sie sind, zu {key} geschrieben. Die Nachricht steht nicht in dieser E-Mail.',
  },
  namelessInGroup: {
    subject: 'In einer Ihrer Gruppen gibt es eine Nachricht zu {key}',
    lead: 'In einer Gruppe, in der Sie sind, gibt es eine Nachricht zu {key}. Sie steht nicht in dieser E-Mail.',
  },
  rule: {
    subject: 'Eine Automatisierungsregel hat Ihnen zu {key} geschrieben',
    lead: 'Eine Automatisierungsregel hat Ihnen eine private Nachricht zu {key} geschickt. Sie steht nicht in dieser E-Mail.',
  },
  mention: {
    subject: '{name} hat Sie zu {key} erwähnt',
    lead: '{name} hat Sie in einer privaten Nachricht zu {key} erwähnt. Sie steht nicht in dieser E-Mail.',
  },
  namelessMention: {
    subject: 'Sie wurden zu {key} erwähnt',
    lead: 'Sie wurden in einer privaten Nachricht zu {key} erwähnt. Sie steht nicht in dieser E-Mail.',
  },
  test: {
    subject: 'Test-E-Mail von Aside zu {key}',
    lead: 'Sie haben diese E-Mail in Ihren persönlichen Einstellungen angefordert. Um {key} geht es nur, weil E-Mails von Jira zu einem Vorgang gehören. E-Mails zu Nachrichten erreichen Sie auf demselben Weg.',
  },
  due: {
    subject: 'Erinnerung: {key}',
    lead: 'Sie wollten jetzt an eine Unterhaltung zu {key} erinnert werden.',
  },
  held: {
    subject: 'Gekommen, während Sie nicht gestört wurden: {what}',
    lead: 'Während Ihrer Ruhezeiten oder Ihrer Abwesenheit gekommen: {what}. Der Text steht nicht in dieser E-Mail.',
  },
  heldOne: 'eine Nachricht',
  heldInOne: '{count} Nachrichten in einer Unterhaltung',
  heldInMany: '{count} Nachrichten in {conversations} Unterhaltungen',
  reminder: {
    subject: 'Noch nicht gelesen: {subject}',
    lead: 'Wir haben Sie vor einem Tag darauf hingewiesen, und Sie haben sie noch nicht gelesen. Eine weitere Erinnerung daran kommt nicht.',
  },
  laterOne: 'Seither ist in dieser Unterhaltung noch eine Nachricht gekommen.',
  later: 'Seither sind in dieser Unterhaltung noch {count} Nachrichten gekommen.',
  noAnswer:
    'Bitte antworten Sie nicht auf diese E-Mail: Der Absender bekommt die Antwort nicht, und in manchen Projekten wird sie zu einem Kommentar, den andere lesen können. Antworten Sie in Aside.',
  read: 'Lesen und antworten',
  issue: '{key} öffnen',
  stop: 'Diese E-Mails können Sie in Jira abstellen: Ihr Bild, Persönliche Einstellungen, Aside. Um eine einzelne Unterhaltung stummzuschalten, öffnen Sie sie.',
};

const japanese: MailTexts = {
  named: {
    subject: '{name} さんから {key} についてのメッセージが届きました',
    lead: '{name} さんが {key} についての非公開メッセージを送信しました。本文はこのメールには含まれていません。',
  },
  nameless: {
    subject: '{key} についてのメッセージが届きました',
    lead: '{key} についての非公開メッセージがあります。本文はこのメールには含まれていません。',
  },
  inGroup: {
    subject: '{name} さんが {key} についてグループに投稿しました',
    lead: '{name} さんが、あなたが参加しているグループに {key} について投稿しました。本文はこのメールには含まれていません。',
  },
  namelessInGroup: {
    subject: 'グループに {key} についてのメッセージがあります',
    lead: 'あなたが参加しているグループに {key} についてのメッセージがあります。本文はこのメールには含まれていません。',
  },
  rule: {
    subject: '自動化ルールから {key} についてのメッセージが届きました',
    lead: '自動化ルールが {key} についての非公開メッセージを送信しました。本文はこのメールには含まれていません。',
  },
  mention: {
    subject: '{name} さんが {key} についてあなたにメンションしました',
    lead: '{name} さんが {key} についての非公開メッセージであなたにメンションしました。本文はこのメールには含まれていません。',
  },
  namelessMention: {
    subject: '{key} についてあなたへのメンションがあります',
    lead: '{key} についての非公開メッセージであなたがメンションされました。本文はこのメールには含まれていません。',
  },
  test: {
    subject: '{key} についての Aside のテストメール',
    lead: '個人設定からリクエストされたテストメールです。Jira のメールは作業項目に結び付くため、{key} について送信しています。メッセージのお知らせも同じ経路で届きます。',
  },
  due: {
    subject: 'リマインダー: {key}',
    lead: '{key} についての会話のリマインダーです。ご自身で設定された時刻になりました。',
  },
  held: {
    subject: '通知を控えていた間に届いたメッセージ: {what}',
    lead: '通知を控える時間または不在の間に、{what}が届きました。本文はこのメールには含まれていません。',
  },
  heldOne: '1 件のメッセージ',
  heldInOne: '1 件の会話に {count} 件のメッセージ',
  heldInMany: '{conversations} 件の会話に {count} 件のメッセージ',
  reminder: {
    subject: '未読: {subject}',
    lead: '1 日前にお知らせしましたが、まだ読まれていません。このメッセージについてのお知らせはこれが最後です。',
  },
  laterOne: 'その後、この会話に 1 件のメッセージが届いています。',
  later: 'その後、この会話に {count} 件のメッセージが届いています。',
  noAnswer:
    'このメールには返信しないでください。返信は送信者に届かず、プロジェクトによっては他の人が読めるコメントになります。Aside で返信してください。',
  read: '読んで返信する',
  issue: '{key} を開く',
  stop: 'このメールは Jira で停止できます: プロフィール画像 > 個人設定 > Aside。会話ごとのミュートは、その会話を開いて設定します。',
};

/**
 * By the language that Jira is set up in: which one the receiver reads, Jira tells no app. They stand here and not in
 * `locales/`, whose files would come into every function whole.
 */
export function chooseMailTexts(locale: string | null): MailTexts {
  if (locale?.startsWith('de')) return german;
  return locale?.startsWith('ja') ? japanese : english;
}
