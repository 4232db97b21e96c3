import type { Mail } from '../../jira/send-mail';
import { chooseMailTexts, type MailTexts } from './mail-texts';

/** Messages that came while their receiver wanted to be told of nothing; `isMore`: those are at least so many. */
export interface Held {
  readonly messages: number;
  readonly conversations: number;
  readonly isMore: boolean;
}

export interface MailFacts {
  /** The sender's name; null where Jira gives none, and for what no person sent. */
  readonly name: string | null;
  readonly about: 'person' | 'group' | 'rule' | 'test' | 'due' | 'held';
  /** Whether it mentions whoever gets the mail. */
  readonly isMention: boolean;
  /** Whether they were told of it a day ago. */
  readonly isReminder: boolean;
  /** How many more came in the conversation since, to 100. */
  readonly later: number;
  /** Of a mail of what was held: how much of it came, where in all. */
  readonly held?: Held;
  readonly key: string;
  readonly locale: string | null;
  readonly inboxUrl: string;
  readonly issueUrl: string;
}

/** A mail that says who wrote about what and leads there, without a word of the message. */
export function composeMail(facts: MailFacts): Mail {
  const { name, key, locale, inboxUrl, issueUrl } = facts;
  const texts = chooseMailTexts(locale);
  const places = { name: name ?? '', key, what: facts.held === undefined ? '' : countHeld(texts, facts.held) };
  const fill = (text: string) => text.replace(/\{(name|key|what)\}/g, (_, place: keyof typeof places) => places[place]);
  const { subject, lead } = chooseKind(texts, facts);
  const said = [fill(lead), ...(facts.isReminder ? [texts.reminder.lead] : []), ...sayLater(texts, facts.later)].join(
    ' ',
  );
  const shownSubject = facts.isReminder
    ? texts.reminder.subject.replace('{subject}', () => fill(subject))
    : fill(subject);
  // Who set a reminder is not told how to have no mails of others.
  const end = facts.about === 'due' ? [texts.noAnswer] : [texts.noAnswer, texts.stop];
  const links = [
    { label: texts.read, url: inboxUrl },
    { label: fill(texts.issue), url: issueUrl },
  ];
  return {
    subject: shownSubject.replace(/[\r\n]+/g, ' '),
    textBody: `${said}\n\n${links.map(({ label, url }) => `${label}: ${url}`).join('\n')}\n\n${end.join('\n\n')}\n`,
    htmlBody: `<p>${escapeHtml(said)}</p><p>${links.map(writeLink).join('<br/>')}</p>${end.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}`,
  };
}

function countHeld(texts: MailTexts, { messages, conversations, isMore }: Held): string {
  if (messages === 1) return texts.heldOne;
  return texts[conversations === 1 ? 'heldInOne' : 'heldInMany']
    .replace('{count}', isMore ? `${messages}+` : String(messages))
    .replace('{conversations}', String(conversations));
}

/** Counted to 100: as many, or more. */
function sayLater(texts: MailTexts, later: number): readonly string[] {
  if (later === 0) return [];
  const count = later < 100 ? String(later) : '100+';
  return [later === 1 ? texts.laterOne : texts.later.replace('{count}', count)];
}

function chooseKind(texts: MailTexts, { name, about, isMention }: MailFacts): MailTexts['rule'] {
  // Who wrote goes before whom it mentions: nobody is to answer a rule as they would a person.
  if (about === 'rule' || about === 'test' || about === 'due' || about === 'held') return texts[about];
  if (isMention) return name === null ? texts.namelessMention : texts.mention;
  if (about === 'group') return name === null ? texts.namelessInGroup : texts.inGroup;
  return name === null ? texts.nameless : texts.named;
}

function writeLink({ label, url }: { readonly label: string; readonly url: string }): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
