import type { InboxEntry } from '../../../../src/app/definitions';
import { FakeHost } from '../fake-host';
import { aPage } from './builders';

export type Answers = ConstructorParameters<typeof FakeHost>[0];

interface Lists {
  readonly unread?: readonly InboxEntry[];
  readonly all?: readonly InboxEntry[];
  readonly groups?: readonly InboxEntry[];
  readonly archived?: readonly InboxEntry[];
}

/** Answers `inboxList` from these lists, each of one page. */
export function listing(lists: Lists) {
  return ({ list }: { list: keyof Lists }) => aPage(lists[list] ?? []);
}

/** The inbox as it is once its lists are there. */
export async function openInbox(
  answers: Answers,
  context: object = {},
  commands: ConstructorParameters<typeof FakeHost>[2] = {},
): Promise<FakeHost> {
  const host = new FakeHost(
    {
      inboxList: listing({}),
      preferences: () => ({ ok: true, choices: {}, blocked: [], muted: [] }),
      live: () => ({ ok: true, token: null, expiresAt: 0 }),
      read: () => ({ ok: true }),
      ...answers,
    },
    { extension: {}, ...context },
    commands,
  );
  await host.open('inbox');
  return host;
}

export const asked = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);

/** Opens the conversation whose line begins with this name. */
export async function openLine(host: FakeHost, name: string): Promise<void> {
  await host.until(() => host.pressable(name)());
}
