/** What is to be true of a message. */
export interface ModelMessage {
  readonly id: string;
  readonly sender: string;
  /** A word that stands nowhere else; null once it is deleted. */
  word: string | null;
}

export interface ModelConversation {
  readonly site: string;
  readonly id: string;
  /** A word that stands nowhere else; null in a direct one. */
  readonly name: string | null;
  readonly owner: string | null;
  isPublic: boolean;
  isArchived: boolean;
  /** How many messages there were when it was made public. */
  publicFrom: number;
  readonly members: Set<string>;
  /** Of those who joined by themselves. */
  readonly joinedThemselves: Set<string>;
  readonly messages: ModelMessage[];
}

/** Two sites and what is in them, by the rules of the contract alone. */
export interface Model {
  readonly conversations: ModelConversation[];
  /** `site blocker blocked` */
  readonly blocks: Set<string>;
}

export function sees(conversation: ModelConversation, person: string): boolean {
  return conversation.members.has(person) || conversation.isPublic;
}

/** What this person has to find: for who came in by themselves at least what was said since all were let in. */
export function listTheirs(
  { members, joinedThemselves, isPublic, messages, publicFrom }: ModelConversation,
  person: string,
) {
  if (members.has(person) && !joinedThemselves.has(person)) return messages;
  return members.has(person) || isPublic ? messages.slice(publicFrom) : [];
}

/** What this person may meet. */
function listReadable(conversation: ModelConversation, person: string): readonly ModelMessage[] {
  return sees(conversation, person) ? conversation.messages : [];
}

export function isBlocked(model: Model, site: string, blocker: string, blocked: string): boolean {
  return model.blocks.has(`${site} ${blocker} ${blocked}`);
}

export function findDirect(model: Model, site: string, one: string, other: string): ModelConversation | undefined {
  return model.conversations.find(
    ({ site: at, name, members }) => at === site && name === null && members.has(one) && members.has(other),
  );
}

/** All words and ids that this person may meet on this site. */
export function listKnowable(model: Model, site: string, person: string): ReadonlySet<string> {
  const seen = model.conversations.filter((one) => one.site === site && sees(one, person));
  return new Set(
    seen.flatMap((one) => [
      one.id,
      ...(one.name === null ? [] : [one.name]),
      ...listReadable(one, person).flatMap(({ id, word }) => (word === null ? [id] : [id, word])),
    ]),
  );
}
