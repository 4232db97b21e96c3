import { alice, aUser, FakeJira, type JiraUser } from '../fake-jira';
import { type RunningApp, runApp } from '../forge/running-app';
import { startVirtualClock, type VirtualClock } from '../forge/virtual-clock';
import { ForgeRuntime } from '../forge-runtime';

export const minute = 60_000;
export const hour = 60 * minute;

/** An issue whose assignee is written to, and what they do; the service is the real one, time passes as a test says. */
export class MailStage {
  readonly jira = new FakeJira();
  readonly forge: ForgeRuntime;
  readonly receiver: JiraUser;
  readonly issue: { readonly id: string; readonly key: string };

  constructor(
    readonly app: RunningApp,
    readonly clock: VirtualClock,
    readonly number: number,
  ) {
    app.away = null;
    // Far from the test before, so that no pause of its mails reaches here.
    clock.moveTo(clock.now() + 3 * hour);
    this.issue = { id: String(90_000 + number), key: `WEB-${number}` };
    this.receiver = aUser(`557058:receiver-${number}`, 'Rosa Reader');
    this.jira.users.push(this.receiver);
    this.jira.issues.set(this.issue.id, { key: this.issue.key, summary: 'Secret summary', assignee: this.receiver });
    this.forge = new ForgeRuntime(this.jira, app.remote, clock);
  }

  /** From the issue's panel; answers the message's id. */
  async send(text = 'Secret words', from: JiraUser = alice, to: JiraUser = this.receiver): Promise<string> {
    const ask = { with: to.accountId, text, key: crypto.randomUUID() };
    const answer = await this.forge.invoke(from.accountId, 'send', ask, { issueId: this.issue.id });
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.message.id;
  }

  /** The receiver's newest conversation. */
  async conversation(): Promise<string> {
    const ask = { list: 'all', cursor: '' };
    const answer = await this.forge.invoke(this.receiver.accountId, 'inboxList', ask);
    return (answer.ok && answer.entries[0]?.id) || '';
  }

  async read(messageId: string): Promise<void> {
    const ask = { conversationId: await this.conversation(), id: messageId };
    await this.forge.invoke(this.receiver.accountId, 'read', ask);
  }

  /** The receiver writes on in the inbox. */
  async reply(): Promise<void> {
    const ask = { conversationId: await this.conversation(), text: 'Secret answer', key: crypto.randomUUID() };
    await this.forge.invoke(this.receiver.accountId, 'send', ask);
  }

  pass(milliseconds: number): Promise<void> {
    return this.forge.queue.advance(milliseconds);
  }

  sweep(): Promise<unknown> {
    return this.forge.run('unreadSweep', {});
  }

  /** Whom Jira was asked to mail, mail by mail. */
  get mailed(): readonly (string | undefined)[] {
    return this.jira.notifications.map(({ to }) => to.users?.map(({ accountId }) => accountId).join());
  }

  /** How many mails this person got, as Jira decided. */
  arrivedFor({ accountId }: JiraUser): number {
    const person = this.forge.platform.state.findPerson(accountId);
    return person === undefined ? 0 : this.forge.platform.state.mailsOf(person).length;
  }

  get log(): readonly unknown[] {
    return this.forge.kvs.keys('delivery:').map((key) => this.forge.kvs.read(key));
  }
}

/** The service and the clock that the tests of one file share. */
export async function openStage(): Promise<{ next(): MailStage; close(): Promise<void> }> {
  const clock = startVirtualClock();
  const app = await runApp();
  let number = 0;
  return {
    next: () => new MailStage(app, clock, ++number),
    close: async () => {
      await app.close();
      jest.useRealTimers();
    },
  };
}
