import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DemoIssue } from './issues';
import type { Person } from './people';

/** What people may change in the local Jira: who an issue is assigned to, and who has allowed the app. Kept over restarts. */
export interface JiraState {
  assigneeOf(issue: DemoIssue): string | null;
  assign(issue: DemoIssue, accountId: string | null): void;
  hasConsented(person: Person): boolean;
  consent(person: Person): void;
}

interface Kept {
  readonly assignees: Readonly<Record<string, string | null>>;
  readonly consents: readonly string[];
}

const nothingYet: Kept = { assignees: {}, consents: [] };

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
