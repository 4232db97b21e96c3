import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { OpenedPanel, PanelThread, PeopleDefinitions, SettingsDefinitions } from '../../../src/app/definitions';
import type { Person } from '../../../src/app/definitions/person';
import { flatten, type HostNode, readText } from './host-node';
import { loadView } from './load-view';
import { listItems, type SeenMessage, seeMessage, seeMessages } from './seen-messages';

type Asked = PeopleDefinitions & SettingsDefinitions;
type Answers = { [Name in keyof Asked]: (payload: never) => unknown };

/** What the bridge is asked beside a resolver: a command by its name, answered by a test. */
type Commands = Readonly<Record<string, (data: Record<string, unknown>) => unknown>>;

/** From how long on a timer is one by which an open view keeps itself up to date, in milliseconds. */
const longTimer = 10_000;
const setTimer = globalThis.setTimeout;
/**
 * A view in a test is never closed: that it would look again in half a minute must not keep the process. Nor does it look
 * again: what is seen only once everything is drawn anew is not what a person saw when they pressed something.
 */
globalThis.setTimeout = Object.assign((...[work, delay, ...given]: Parameters<typeof setTimer>) => {
  if ((delay ?? 0) < longTimer) return setTimer(work, delay, ...given);
  return setTimer(() => undefined, delay).unref();
}, setTimer);

const ServerRequest = globalThis.Request;
/** The bridge makes a request to no address, which a page completes by its own, and Node refuses. */
class PageRequest extends ServerRequest {
  constructor(input: string, init?: RequestInit) {
    super(input === '' ? 'https://page.invalid/' : input, init);
  }
}

/** Of drafts where a test is about something else: there is none, and none is kept. */
const keepNothing: Readonly<Record<string, unknown>> = {
  draft: { ok: true, draft: null },
  draftSave: { ok: true, outcome: 'not-kept' },
  draftDrop: { ok: true },
};

/** Stands in for Jira's side of the bridge: keeps what the view draws last, answers what it asks, and does what a person would do. */
export class FakeHost {
  readonly invoked: { readonly name: string; readonly payload: Record<string, unknown> }[] = [];
  /** Every other command of the bridge, in order. */
  readonly commanded: { readonly command: string; readonly data: Record<string, unknown> }[] = [];
  /** What Jira was asked to find people by. */
  readonly searched: string[] = [];
  /** Whom Jira finds; null while it is away. */
  findsPeople: (text: string) => readonly Person[] | null | Promise<readonly Person[] | null> = () => [];
  /** Work items that Jira shows, by their keys. */
  readonly issues = new Map<string, { readonly id: string; readonly summary: string }>();
  readonly #bridge = {
    callBridge: (command: string, data: Record<string, unknown>) => this.#answer(command, data),
  };
  #root: HostNode | null = null;
  #opening: unknown = null;

  constructor(
    readonly answers: Partial<Answers>,
    readonly context: Readonly<Record<string, unknown>> = {},
    readonly commands: Commands = {},
  ) {
    const locales = readdirSync('locales').map((file) => basename(file, '.json'));
    const info = { config: { locales, fallback: { default: 'en-US' } } };
    Object.assign(globalThis, {
      self: globalThis,
      Request: PageRequest,
      __bridge: this.#bridge,
      fetch: async (path: string) =>
        Response.json(
          path.endsWith('i18n-info.json') ? info : JSON.parse(readFileSync(`locales/${basename(path)}`, 'utf8')),
        ),
    });
  }

  /** Runs a view anew, as opening its page does. */
  async open(
    view: 'panel' | 'inbox' | 'settings' | 'preferences' | 'automation-form' | 'background' = 'panel',
  ): Promise<void> {
    const run = await loadView(view);
    // What a view's modules take of the world as they start is this host's as well.
    Object.assign(globalThis, { __bridge: this.#bridge });
    run({ __bridge: this.#bridge });
  }

  /** Waits until what is seen fits; the last failure is the test's when it never does. */
  async until<T>(check: () => T): Promise<T> {
    const end = Date.now() + 30_000;
    for (;;) {
      try {
        return check();
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  }

  /** All that is drawn now. */
  get root(): HostNode {
    if (this.#root === null) throw new Error('Nothing is drawn yet');
    return this.#root;
  }

  all(type: string): HostNode[] {
    return this.#root === null ? [] : flatten(this.#root).filter((node) => node.type === type);
  }

  /** Everything that can be read, one line each. */
  get text(): string {
    return this.#root === null ? '' : readText(this.#root);
  }

  /** The messages that stand there. */
  get comments(): (SeenMessage & { act(text: string): void })[] {
    const items = this.#root === null ? [] : listItems(this.#root);
    return seeMessages(items).map((it, at) => ({ ...it, act: (text) => void this.#act(items[at]?.key ?? '', text) }));
  }

  /** What can be done with the message at this place, from 0: its menu is opened, read and closed. */
  async actions(at: number): Promise<string[]> {
    const key = listItems(this.root)[at]?.key ?? '';
    const read = () => seeMessage(this.#item(key), null).actions.map(({ text }) => text);
    if (this.comments[at]?.menu === null) return [];
    this.comments[at]?.menu?.();
    await this.until(() => expect(read()).not.toEqual([]));
    const texts = read();
    this.comments[at]?.menu?.();
    await this.until(() => expect(read()).toEqual([]));
    return texts;
  }

  /** Opens the menu of a message, unless what is to be done stands there already. */
  async #act(key: string, text: string): Promise<void> {
    const find = () => seeMessage(this.#item(key), null).actions.find((it) => it.text === text);
    if (find() === undefined) seeMessage(this.#item(key), null).menu?.();
    (await this.until(() => find() ?? fail(`No action ${text}`))).onClick();
  }

  #item(key: string): HostNode {
    return listItems(this.root).find((node) => node.key === key) ?? fail('No such message');
  }

  press(label: string): void {
    this.button(label)();
  }

  /** What a press of the button with this text does; one that is not there or is disabled fails the test. */
  button(label: string): () => void {
    const buttons = [...this.all('Button'), ...this.all('LoadingButton')];
    const button = buttons.find((node) => readText(node) === label);
    if (button === undefined) throw new Error(`No button ${label} among ${buttons.map(readText)}`);
    if (button.props['isDisabled'] === true) throw new Error(`The button ${label} is disabled`);
    if (button.props['type'] !== 'submit') return button.props['onClick'] as () => void;
    const form = this.all('Form').find((node) => flatten(node).includes(button));
    return form?.props['onSubmit'] as () => void;
  }

  /** What Enter in a field of the first form does. */
  submit(): void {
    const form = this.all('Form')[0];
    if (form === undefined) throw new Error('There is no form');
    (form.props['onSubmit'] as () => void)();
  }

  /** What a press of the line that begins with this text does. */
  pressable(start: string): () => void {
    const lines = this.all('Pressable');
    const line = lines.find((node) => readText(node).startsWith(start));
    if (line === undefined) throw new Error(`No line begins with ${start} among ${lines.map(readText)}`);
    return line.props['onClick'] as () => void;
  }

  /** The texts of all nodes of a type. */
  texts(type: string): string[] {
    return this.all(type).map(readText);
  }

  /** Chooses the tab at this place, from 0. */
  choose(index: number): void {
    const choose = this.all('Tabs')[0]?.props['onChange'] as ((index: number) => void) | undefined;
    if (choose === undefined) throw new Error('There are no tabs');
    choose(index);
  }

  /** Writes into the field whose label says this. */
  write(label: string, value: string): void {
    (this.field(label).props['onChange'] as (event: unknown) => void)({ target: { value } });
  }

  field(label: string): HostNode {
    const found = this.all('Label').find((node) => readText(node) === label);
    const id = found?.props['labelFor'];
    const fields = ['TextArea', 'Select', 'Textfield', 'Toggle', 'Checkbox', 'DatePicker'].flatMap((type) =>
      this.all(type),
    );
    const field = fields.find(({ props }) => id !== undefined && (props['id'] === id || props['inputId'] === id));
    if (field === undefined) throw new Error(`No field is labelled ${label}`);
    return field;
  }

  async #answer(command: string, data: Record<string, unknown>): Promise<unknown> {
    if (command === 'getContext') return { accountId: 'alice', locale: 'en-US', timezone: 'UTC', ...this.context };
    if (command === 'reconcile') {
      this.#root = data['forgeDoc'] as HostNode;
      return undefined;
    }
    if (command === 'onError') throw data['error'];
    if (command === 'fetchProduct' && this.commands[command] === undefined)
      return this.#askJira(String(data['restPath']));
    if (command !== 'invoke') {
      this.commanded.push({ command, data });
      return await this.commands[command]?.(data);
    }
    const name = data['functionKey'] as keyof Answers;
    const payload = (data['payload'] ?? {}) as Record<string, unknown>;
    const answer = this.answers[name];
    const kept = answer === undefined ? keepNothing[name] : undefined;
    if (kept !== undefined) return kept;
    this.invoked.push({ name, payload });
    if (answer === undefined) throw new Error(`No test answers ${name}`);
    const answered = answer(payload as never);
    if (name === 'open') this.#opening = answered;
    return await answered;
  }

  /** Jira as the panel's answer has it: the people on the issue; and whom a test finds by `searched`. */
  async #askJira(path: string): Promise<unknown> {
    const { pathname, searchParams } = new URL(path, 'https://jira.invalid');
    const known = this.issues.get(pathname.replace('/rest/api/3/issue/', ''));
    if (known !== undefined) {
      const key = pathname.replace('/rest/api/3/issue/', '');
      return reply(200, { id: known.id, key, fields: { summary: known.summary } });
    }
    if (pathname.startsWith('/rest/api/3/issue/')) return reply(200, { fields: describeIssue(await this.#opening) });
    if (pathname !== '/rest/api/3/user/search') return reply(404, {});
    const text = searchParams.get('query') ?? '';
    this.searched.push(text);
    const people = await this.findsPeople(text);
    return people === null ? reply(503, {}) : reply(200, people.map(writeUser));
  }
}

function describeIssue(opened: unknown): object {
  const { assignee, threads = [] } = (opened ?? {}) as Partial<OpenedPanel>;
  const me =
    assignee === 'me' ? { accountId: 'alice', displayName: 'Alice', accountType: 'atlassian', active: true } : null;
  const onIssue = (found: PanelThread | undefined) => (found === undefined ? null : writeUser(found.person));
  return {
    assignee: me ?? onIssue(threads.find(({ isAssignee }) => isAssignee)),
    reporter: onIssue(threads.find(({ isReporter }) => isReporter)),
  };
}

const types = {
  person: 'atlassian',
  app: 'app',
  customer: 'customer',
  program: 'atlassian',
  unknown: 'unknown',
} as const;

/** With a mail address, which some sites show, and no view may keep. */
function writeUser({ id, name, kind, active }: Person): object {
  const emailAddress = `${id}@example.com`;
  return { accountId: id, displayName: name, accountType: types[kind], active, emailAddress };
}

const reply = (status: number, body: object) => ({ status, statusText: '', headers: {}, body: JSON.stringify(body) });

/** React finishes what it put off after the last thing that a test looked at; it needs the bridge for that. */
export async function letReactFinish(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function fail(why: string): never {
  throw new Error(why);
}
