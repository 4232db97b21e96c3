interface Wording {
  readonly subject: string;
  readonly lead: string;
}

/** What a mail says, without the words of the message. `{name}` and `{key}` are filled in. */
export interface MailTexts {
  readonly named: Wording;
  readonly nameless: Wording;
  readonly rule: Wording;
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
  rule: {
    subject: 'An automation rule sent you a message about {key}',
    lead: 'An automation rule sent you a private message about {key}. It is not in this mail.',
  },
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
  rule: {
    subject: 'Eine Automatisierungsregel hat Ihnen zu {key} geschrieben',
    lead: 'Eine Automatisierungsregel hat Ihnen eine private Nachricht zu {key} geschickt. Sie steht nicht in dieser E-Mail.',
  },
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
  rule: {
    subject: '自動化ルールから {key} についてのメッセージが届きました',
    lead: '自動化ルールが {key} についての非公開メッセージを送信しました。本文はこのメールには含まれていません。',
  },
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
