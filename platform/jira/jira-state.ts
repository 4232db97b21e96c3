import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PreviewMail } from '../wire/wire';
import type { DemoIssue } from './issues';
import type { Person } from './people';

/**
 * What may change in the local Jira: who an issue is assigned to, who has allowed the app, whose account was closed for
 * good, and the mails that were sent. Kept over restarts.
 */
export interface JiraState {
  assigneeOf(issue: DemoIssue): string | null;
  assign(issue: DemoIssue, accountId: string | null): void;
  hasConsented(person: Person): boolean;
  consent(person: Person): void;
  isClosed(accountId: string): boolean;
  close(person: Person): void;
  /** The newest first. */
  mailsOf(person: Person): readonly PreviewMail[];
  deliver(mail: PreviewMail, to: readonly Person[]): void;
}

interface KeptMail {
  readonly to: readonly string[];
  readonly mail: PreviewMail;
}

interface Kept {
  readonly assignees: Readonly<Record<string, string | null>>;
  readonly consents: readonly string[];
  readonly closed: readonly string[];
  readonly mails: readonly KeptMail[];
}

const nothingYet: Kept = { assignees: {}, consents: [], closed: [], mails: [] };
/** Of everyone together; older ones go. */
const mostMails = 200;

/**
 * Opens the state kept in `file`, which need not exist.
 * @throws where the file is there but is not ours to read, since overwriting it would lose something.
 */
export function openJiraState(file: string): JiraState {
  let kept = readKept(file);
  const keep = (next: Kept): void => {
    kept = next;
    mkdirSync(dirname(file), { recursive: true });
    // Written aside and renamed: a kill in the middle leaves the old file whole.
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
  return {
    assigneeOf: (issue) => {
      const changed = kept.assignees[issue.id];
      return changed === undefined ? issue.assigneeId : changed;
    },
    assign: (issue, accountId) => keep({ ...kept, assignees: { ...kept.assignees, [issue.id]: accountId } }),
    hasConsented: (person) => person.hasConsented || kept.consents.includes(person.accountId),
    consent: (person) => {
      if (!kept.consents.includes(person.accountId)) keep({ ...kept, consents: [...kept.consents, person.accountId] });
    },
    isClosed: (accountId) => kept.closed.includes(accountId),
    close: (person) => {
      if (!kept.closed.includes(person.accountId)) keep({ ...kept, closed: [...kept.closed, person.accountId] });
    },
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
