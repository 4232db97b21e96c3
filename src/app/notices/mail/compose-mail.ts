import type { Mail } from '../../jira/send-mail';
import { chooseMailTexts, type MailTexts } from './mail-texts';

export interface MailFacts {
  /** The sender's name; null where Jira gives none, and for what no person sent. */
  readonly name: string | null;
  readonly isOfRule: boolean;
  readonly key: string;
  readonly locale: string | null;
  readonly inboxUrl: string;
  readonly issueUrl: string;
}

/** A mail that says who wrote about what and leads there, without a word of the message. */
export function composeMail(facts: MailFacts): Mail {
  const { name, key, locale, inboxUrl, issueUrl } = facts;
  const texts = chooseMailTexts(locale);
  const fill = (text: string) => text.replace(/\{(name|key)\}/g, (_, what) => (what === 'key' ? key : (name ?? '')));
  const { subject, lead } = chooseKind(texts, facts);
  const links = [
    { label: texts.read, url: inboxUrl },
    { label: fill(texts.issue), url: issueUrl },
  ];
  return {
    subject: fill(subject).replace(/[\r\n]+/g, ' '),
    textBody: `${fill(lead)}\n\n${links.map(({ label, url }) => `${label}: ${url}`).join('\n')}\n\n${texts.stop}\n`,
    htmlBody: `<p>${escapeHtml(fill(lead))}</p><p>${links.map(writeLink).join('<br/>')}</p><p>${escapeHtml(texts.stop)}</p>`,
  };
}

function chooseKind(texts: MailTexts, { name, isOfRule }: MailFacts): MailTexts['rule'] {
  if (isOfRule) return texts.rule;
  return name === null ? texts.nameless : texts.named;
}

function writeLink({ label, url }: { readonly label: string; readonly url: string }): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
