import { parseMessage } from '../../src/service/operations/input/parse-message';
import type { ServiceStore } from '../../src/service/process/start';
import { absences } from '../demo/absences';
import { conversations, type DemoConversation, type DemoMessage } from '../demo/conversations';
import { timeOf } from '../demo/demo-time';
import { findPersonByName } from '../demo/people';
import { demoSite } from '../demo/site';

const { cloudId } = demoSite;

interface Parts {
  readonly store: ServiceStore;
  /** Sets the store's clock to a time in milliseconds. */
  readonly setTime: (at: number) => void;
  readonly began: Date;
  /** The numeric id of a work item. */
  readonly issueIdOf: (key: string) => string;
}

/**
 * Writes the demo site's conversations into a store that has none yet, each message at its time. The messages of one
 * kind are handed over together, so that the store keeps them in a few commits.
 */
export async function writeConversations(parts: Parts): Promise<void> {
  const direct = conversations.filter(({ group }) => group === undefined);
  const groups = conversations.filter(({ group }) => group !== undefined);
  const groupIds = new Map<DemoConversation, string>();
  for (const conversation of groups) groupIds.set(conversation, await openGroup(conversation, parts));
  const sends = [...direct, ...groups]
    .flatMap((conversation) => conversation.messages.map((message) => ({ conversation, message })))
    .sort((a, b) => timeOf(a.message.at, parts.began) - timeOf(b.message.at, parts.began));
  const sent = await Promise.all(
    sends.map(async ({ conversation, message }) => ({
      conversation,
      message,
      id: await send(conversation, message, groupIds.get(conversation), parts),
    })),
  );
  for (const conversation of conversations) {
    const own = sent.filter((one) => one.conversation === conversation);
    const id = groupIds.get(conversation) ?? (await openDirect(conversation, parts.store));
    await markRead(conversation, id, own, parts.store);
  }
  await writeAbsences(parts);
}

async function writeAbsences({ store, began }: Parts): Promise<void> {
  for (const { who, sinceDays, forDays, word, substitute } of absences) {
    const at = (days: number): string => new Date(timeOf([-days, '00:00'], began)).toISOString();
    const away = { from: at(-sinceDays), until: at(forDays), word, substitute: accountIdOf(substitute) };
    await store.setPreference(cloudId, accountIdOf(who), { away });
  }
}

/** Whether somebody has written anything on the demo site, so that it is not written again. */
export async function hasConversations(store: ServiceStore): Promise<boolean> {
  const { values } = await store.listAccounts(cloudId, { limit: 1, after: null });
  return values.length > 0;
}

async function openGroup({ people, group, messages }: DemoConversation, { store, setTime, began }: Parts) {
  const [ownerId = '', ...others] = people.map(accountIdOf);
  const [first] = messages;
  setTime(first === undefined ? began.getTime() : timeOf(first.at, began) - 60_000);
  const { name = '', topic = '' } = group ?? {};
  const beside = { issue: null, members: [], follows: null } as const;
  const made = await store.createGroup({ cloudId, ownerId, name, topic, privacy: 'private', ...beside, claim: null });
  if (made.outcome !== 'created') throw new Error(`The group ${name} could not be made: ${made.outcome}.`);
  const permit = { callerId: ownerId, decide: () => {} };
  await store.changeMembers(cloudId, made.value.id, { add: others, remove: [] }, permit);
  return made.value.id;
}

async function openDirect({ people: [one = '', other = ''] }: DemoConversation, store: ServiceStore): Promise<string> {
  return (await store.openDirect(cloudId, accountIdOf(one), accountIdOf(other))).id;
}

/** The store reads its clock as it is called. */
async function send(
  conversation: DemoConversation,
  message: DemoMessage,
  groupId: string | undefined,
  { store, setTime, began, issueIdOf }: Parts,
): Promise<string> {
  const { from, at, says, about } = message;
  const query = about === null ? {} : { issueId: issueIdOf(about), issueKey: about };
  const content = parseMessage({ mediaType: 'text/markdown', value: says }, query);
  const common = {
    cloudId,
    ...content,
    sender: { id: accountIdOf(from), kind: 'user' },
    origin: { kind: 'person', label: null },
    claim: null,
    quotas: [],
  } as const;
  setTime(timeOf(at, began));
  const recipientId = accountIdOf(conversation.people.find((handle) => handle !== from) ?? '');
  const answer = await (groupId === undefined
    ? store.sendDirect({ ...common, recipientId })
    : store.sendToConversation({ ...common, conversationId: groupId }));
  if (answer.outcome !== 'created') throw new Error(`A demo message could not be sent: ${answer.outcome}.`);
  return answer.value.id;
}

/** Everyone has read up to their own last message, or as many as the conversation says. */
async function markRead(
  { people, read = {} }: DemoConversation,
  conversationId: string,
  sent: readonly { readonly message: DemoMessage; readonly id: string }[],
  store: ServiceStore,
): Promise<void> {
  for (const handle of people) {
    const count = read[handle] ?? sent.findLastIndex(({ message }) => message.from === handle) + 1;
    const last = sent[count - 1];
    if (last !== undefined)
      await store.markRead({ cloudId, conversationId, memberId: accountIdOf(handle), issueId: null }, last.id);
  }
}

function accountIdOf(handle: string): string {
  const person = findPersonByName(handle);
  if (person === undefined) throw new Error(`There is no demo person ${handle}.`);
  return person.accountId;
}
