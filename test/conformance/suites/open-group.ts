import { aDocument } from '../../shared/service/a-document';
import { ask } from '../../shared/service/ask';
import type { TestClient, TestClients } from '../test-clients';
import { idOf } from '../two-clients';

/** A group of alice's with others in it: its address. */
export async function openGroup(
  clients: TestClients,
  parts: {
    readonly name?: string;
    readonly privacy?: 'private' | 'public';
    readonly with?: readonly TestClient[];
  } = {},
): Promise<string> {
  const { name = 'Group', privacy = 'private', with: others = [] } = parts;
  const made = await ask(`POST ${clients.conversations}`, clients.alice.asks({ json: { name, privacy } }));
  const group = `${clients.conversations}/${idOf(made)}`;
  if (others.length > 0) {
    const json = { add: others.map(({ id }) => id) };
    await ask(`PATCH ${group}/roster`, clients.alice.asks({ json }));
  }
  return group;
}

/** Sends into a conversation: the message's id. */
export async function say(conversation: string, from: TestClient, text = 'Hello'): Promise<string> {
  return idOf(await ask(`POST ${conversation}/message`, from.asks({ json: { body: aDocument(text) } })));
}

/** The address of the direct conversation of these two. */
export async function openDirect(clients: TestClients, one: TestClient, other: TestClient): Promise<string> {
  return `${clients.conversations}/${idOf(await ask(`GET ${clients.conversations}/user/${other.id}`, one.asks()))}`;
}

/** What a refusal holds: the word, and where it is about a field, its name. */
export function refusal(error: string, field?: string) {
  const details = field === undefined ? {} : { details: [expect.objectContaining({ field })] };
  return expect.objectContaining({ error, message: expect.stringMatching(/^[A-Z]/), ...details });
}
