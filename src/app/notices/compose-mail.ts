import { chooseMailTexts } from './mail-texts';

export interface MailFacts {
  /** The sender's name; null where Jira gives none, and for what no person sent. */
  readonly name: string | null;
  readonly isOfRule: boolean;
  readonly key: string;
  readonly locale: string | null;
  readonly inboxUrl: string;
  readonly issueUrl: string;
}

export interface Mail {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/** A mail that says who wrote about what and leads there, without a word of the message. */
export function composeMail({ name, isOfRule, key, locale, inboxUrl, issueUrl }: MailFacts): Mail {
  const texts = chooseMailTexts(locale);
  const fill = (text: string) => text.replace(/\{(name|key)\}/g, (_, what) => (what === 'key' ? key : (name ?? '')));
  const [subject, lead] = isOfRule
    ? [texts.subjectRule, texts.leadRule]
    : name === null
      ? [texts.subject, texts.lead]
      : [texts.subjectNamed, texts.leadNamed];
  const [first, read, issue, stop] = [lead, texts.read, texts.issue, texts.stop].map(fill) as [
    string,
    string,
    string,
    string,
  ];
  return {
    subject: fill(subject).replace(/[\r\n]+/g, ' '),
    textBody: `${first}\n\n${read}: ${inboxUrl}\n${issue}: ${issueUrl}\n\n${stop}\n`,
    htmlBody:
      `<p>${escapeHtml(first)}</p>` +
      `<p><a href="${escapeHtml(inboxUrl)}">${escapeHtml(read)}</a><br/>` +
      `<a href="${escapeHtml(issueUrl)}">${escapeHtml(issue)}</a></p>` +
      `<p>${escapeHtml(stop)}</p>`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
