import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RuleBook } from '../rules/rules';
import type { JiraMail } from '../wire/wire';
import type { Issue } from './issues';
import type { JiraData } from './jira-data';
import { type IssueBook, type KeptIssues, noKeptIssues, openIssueBook } from './kept-issues';
import type { Person } from './people';

/**
 * The room's small Jira: the site that was handed in, and what may change in it. Kept over restarts where a file was
 * named.
 */
export interface JiraState extends IssueBook {
  readonly data: JiraData;
  readonly rules: RuleBook;
  /** The permissions that the app has added to the projects: the key of the module by the key that Jira gives it. */
  readonly addedPermissions: ReadonlyMap<string, string>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  findPerson(accountId: string): Person | undefined;
  /** Whether someone has added this panel of the app to the issue. It is there for everyone then. */
  hasPanel(issue: Issue, moduleKey: string): boolean;
  addPanel(issue: Issue, moduleKey: string): void;
  /** Always, unless the room asks each person: an administrator allows the app for everyone (@forge/manifest 13.7). */
  hasConsented(person: Person): boolean;
  consent(person: Person): void;
  isClosed(accountId: string): boolean;
  close(person: Pick<Person, 'accountId'>): void;
  /** Whether an account's name or picture changed since the app last reported it. */
  isUpdated(accountId: string): boolean;
  update(person: Pick<Person, 'accountId'>): void;
  /** The newest first. */
  mailsOf(person: Person): readonly JiraMail[];
  deliver(mail: JiraMail, to: readonly Person[]): void;
}

interface KeptMail {
  readonly to: readonly string[];
  readonly mail: JiraMail;
}

interface Kept extends KeptIssues {
  readonly consents: readonly string[];
  readonly closed: readonly string[];
  readonly updated: readonly string[];
  readonly mails: readonly KeptMail[];
  /** By issue id: the keys of the panels that were added. */
  readonly panels: Readonly<Record<string, readonly string[]>>;
}

const nothingYet: Kept = { ...noKeptIssues, consents: [], closed: [], updated: [], mails: [], panels: {} };
/** Of everyone together; older ones go. */
const mostMails = 200;

export interface JiraStateParts {
  readonly data: JiraData;
  /** Absent is none. */
  readonly addedPermissions?: ReadonlyMap<string, string>;
  readonly rules: RuleBook;
  readonly now: () => number;
  /** What changes is kept in it; it need not exist. Null keeps it in memory. */
  readonly file: string | null;
  /** Whether each person is asked to allow the app, as sites of long ago do. */
  readonly asksEachPerson: boolean;
}

/** @throws where the file is there but is not ours to read, since overwriting it would lose something. */
export function openJiraState({ data, rules, now, file, asksEachPerson, ...parts }: JiraStateParts): JiraState {
  let kept = file === null ? nothingYet : readKept(file);
  const keep = (next: Kept): void => {
    kept = next;
    if (file === null) return;
    mkdirSync(dirname(file), { recursive: true });
    // Written aside and renamed: a kill in the middle leaves the old file whole.
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
  const write = (next: KeptIssues): void => keep({ ...kept, ...next });
  return {
    ...openIssueBook({ data, now, read: () => kept, write }),
    data,
    rules,
    addedPermissions: parts.addedPermissions ?? new Map(),
    now,
    findPerson: (accountId) => data.people.find((person) => person.accountId === accountId),
    hasPanel: (issue, moduleKey) =>
      issue.hasPanels === true ||
      kept.panels[issue.id]?.includes(moduleKey) === true ||
      !rules.hold('panels-are-added'),
    addPanel: (issue, moduleKey) => {
      const added = kept.panels[issue.id] ?? [];
      if (!added.includes(moduleKey)) keep({ ...kept, panels: { ...kept.panels, [issue.id]: [...added, moduleKey] } });
    },
    hasConsented: (person) =>
      !asksEachPerson || person.hasConsented !== false || kept.consents.includes(person.accountId),
    consent: (person) => {
      if (!kept.consents.includes(person.accountId)) keep({ ...kept, consents: [...kept.consents, person.accountId] });
    },
    isClosed: (accountId) => kept.closed.includes(accountId),
    close: (person) => {
      if (!kept.closed.includes(person.accountId)) keep({ ...kept, closed: [...kept.closed, person.accountId] });
    },
    isUpdated: (accountId) => kept.updated.includes(accountId),
    update: (person) => keep({ ...kept, updated: [...kept.updated, person.accountId] }),
    mailsOf: (person) => kept.mails.filter(({ to }) => to.includes(person.accountId)).map(({ mail }) => mail),
    deliver: (mail, to) => {
      const added = { to: to.map(({ accountId }) => accountId), mail };
      keep({ ...kept, mails: [added, ...kept.mails].slice(0, mostMails) });
    },
  };
}

function readKept(file: string): Kept {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothingYet;
    throw error;
  }
  try {
    return { ...nothingYet, ...(JSON.parse(text) as Partial<Kept>) };
  } catch (cause) {
    throw new Error(`${file} is not valid JSON. Remove it to start with the demo data again.`, { cause });
  }
}
