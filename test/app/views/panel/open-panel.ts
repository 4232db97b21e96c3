import type { PanelDefinitions } from '../../../../src/app/definitions';
import type { aPanel } from '../builders';
import { FakeHost } from '../fake-host';

type Answers = ConstructorParameters<typeof FakeHost>[0];
type ModuleType = 'jira:issuePanel' | 'jira:issueContext' | 'jira:issueAction';

/** What Jira's side of the bridge says to a view beside its resolvers. */
export class FakeJira {
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>();

  readonly commands = {
    on: ({ event, callback }: Record<string, unknown>) => {
      const listener = callback as (payload: unknown) => void;
      const listeners = this.#listeners.get(String(event)) ?? new Set();
      this.#listeners.set(String(event), listeners.add(listener));
      return { unsubscribe: () => listeners.delete(listener) };
    },
    emit: ({ event, payload }: Record<string, unknown>) => this.emit(String(event), payload),
  };

  /** Whether the view hears the background script of the issue, which is the one that subscribes. */
  get isHeard(): boolean {
    return (this.#listeners.get('aside.hint')?.size ?? 0) > 0;
  }

  /** Says something to all views of the page. The script answers whoever asks for it. */
  emit(event: string, payload: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload);
    if (event === 'aside.is-a-script-here') this.emit('aside.script-is-here', {});
  }

  /** Something has changed in a conversation about this issue. */
  hint(issueId: string | null): void {
    this.emit('aside.hint', { conversationId: null, issueId });
  }

  changeIssue(changeType: 'updated' | 'commented'): void {
    this.emit('JIRA_ISSUE_CHANGED', { issueId: '10001', changes: [{ changeType }] });
  }
}

interface Opening {
  /** One for each time that the panel is asked for; the last one stays. */
  readonly panels: readonly (ReturnType<typeof aPanel> | object)[];
  readonly answers?: Omit<Answers, 'open'>;
  readonly module?: ModuleType;
}

/** The view in one of its three places on the issue 10001, open, with a channel that is heard. */
export async function openPanel({ panels, answers = {}, module = 'jira:issuePanel' }: Opening) {
  const jira = new FakeJira();
  let opened = 0;
  const host = new FakeHost(
    {
      open: () => panels[Math.min(opened++, panels.length - 1)],
      read: () => ({ ok: true }),
      live: () => ({ ok: true, token: 'token', expiresAt: Date.now() / 1000 + 900 }),
      ...answers,
    },
    { extension: { type: module, issue: { id: '10001', key: 'WEB-1' } } },
    jira.commands,
  );
  await host.open();
  await host.until(() => expect(host.text).toContain('Refresh'));
  await host.until(() => expect(jira.isHeard).toBe(true));
  const asked = (name: keyof PanelDefinitions) =>
    host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);
  const commanded = (command: string) => host.commanded.filter((it) => it.command === command).map(({ data }) => data);
  return { host, jira, asked, commanded };
}
