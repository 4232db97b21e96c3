import type { SeenIssue } from '../../policy/check-writing';

/** A message of a rule on its way. It travels through the queue as it is, so that all of it is plain JSON. */
export interface RuleMessage {
  readonly kind: 'message';
  /** Of its line in the delivery log. */
  readonly id: string;
  /** When it came in: ISO 8601, UTC. */
  readonly at: string;
  readonly entry: 'rule' | 'webhook';
  /** Made before the first try, so that the service keeps it once however often it is tried. */
  readonly key: string;
  /** The account of the rule's connection, or the app for what came through the web trigger. */
  readonly sender: string;
  /** The issue's id or key. */
  readonly issue: string;
  /** The issue's key, once it is known: for the delivery log. */
  readonly issueKey: string | null;
  /** An account id, `assignee` or `reporter`. */
  readonly recipient: string;
  /** Markdown. */
  readonly text: string;
  /** What the rule calls itself. */
  readonly label: string | null;
  /** How often it was tried before it went into the queue. */
  readonly tries: number;
  /** The issue as Jira showed it to the sender, asked as themselves, before the message went into the queue. */
  readonly seen: SeenIssue | null;
  /** When Jira last said that the recipient is an active person: ISO 8601, UTC; null while nobody asked. */
  readonly recipientSeenAt: string | null;
}

/** A body of the queue as a message; null for anything else. An older version of the app may have put it there. */
export function parseRuleMessage(body: unknown): RuleMessage | null {
  const it = (body ?? {}) as Readonly<Record<keyof RuleMessage, unknown>>;
  const texts = [it.id, it.at, it.key, it.sender, it.issue, it.recipient, it.text];
  const isMessage =
    it.kind === 'message' &&
    (it.entry === 'rule' || it.entry === 'webhook') &&
    texts.every((text) => typeof text === 'string') &&
    Number.isFinite(Date.parse(String(it.at)));
  if (!isMessage) return null;
  const recipientSeenAt = typeof it.recipientSeenAt === 'string' ? it.recipientSeenAt : null;
  return { ...(body as RuleMessage), seen: parseSeen(it.seen), recipientSeenAt };
}

function parseSeen(value: unknown): SeenIssue | null {
  const { id, key, projectId } = (value ?? {}) as Readonly<Record<keyof SeenIssue, unknown>>;
  const isSeen = typeof id === 'string' && typeof key === 'string' && typeof projectId === 'string';
  return isSeen ? { id, key, projectId } : null;
}
