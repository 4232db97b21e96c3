import type { AdfDocument } from '../../../src/document/types';
import type { BootIssue } from '../../wire/wire';
import { type JiraAnswer, requestJira } from './server';
import type { Session } from './session';

/** What the page itself asks of Jira's REST API, as the person of this tab. Each throws with Jira's own message. */
export interface JiraComment {
  readonly id: string;
  readonly author: { readonly accountId: string } | null;
  readonly created: string;
  readonly body: AdfDocument;
}

export interface JiraChange {
  readonly id: string;
  readonly author?: { readonly accountId: string };
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
}

export interface NewIssue extends Pick<BootIssue, 'type' | 'priority' | 'summary' | 'assigneeId'> {
  readonly projectKey: string;
  readonly description: string;
}

export async function assignIssue(session: Session, issueKey: string, accountId: string | null): Promise<void> {
  await ask(session, 'PUT', `/issue/${issueKey}/assignee`, { accountId });
}

export async function moveIssue(session: Session, issueKey: string, to: BootIssue['status']): Promise<void> {
  const path = `/issue/${issueKey}/transitions`;
  const { transitions } = await ask<{ transitions: readonly { id: string; name: string }[] }>(session, 'GET', path);
  const found = transitions.find(({ name }) => name === to);
  await ask(session, 'POST', path, { transition: { id: found?.id } });
}

/** @returns the key of what was made. */
export async function createIssue(session: Session, issue: NewIssue): Promise<string> {
  const { projectKey, type, priority, summary, description, assigneeId } = issue;
  const { key } = await ask<{ key: string }>(session, 'POST', '/issue', {
    fields: {
      project: { key: projectKey },
      issuetype: { name: type },
      priority: { name: priority },
      summary,
      description: writeDocument(description),
      assignee: assigneeId === null ? null : { accountId: assigneeId },
    },
  });
  return key;
}

export async function listComments(session: Session, issueKey: string): Promise<readonly JiraComment[]> {
  const path = `/issue/${issueKey}/comment?maxResults=100`;
  return (await ask<{ comments: readonly JiraComment[] }>(session, 'GET', path)).comments;
}

export async function addComment(session: Session, issueKey: string, text: string): Promise<void> {
  await ask(session, 'POST', `/issue/${issueKey}/comment`, { body: writeDocument(text) });
}

export async function listChanges(session: Session, issueKey: string): Promise<readonly JiraChange[]> {
  return (await ask<{ values: readonly JiraChange[] }>(session, 'GET', `/issue/${issueKey}/changelog`)).values;
}

/** A paragraph a line; nothing for nothing. */
function writeDocument(text: string): AdfDocument {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    version: 1,
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}

async function ask<T>(session: Session, method: string, path: string, body?: unknown): Promise<T> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await requestJira(session, `/rest/api/3${path}`, { method, ...content });
  if (answer.status >= 400) throw new Error(readMessage(answer));
  return (answer.body === '' ? undefined : JSON.parse(answer.body)) as T;
}

function readMessage({ status, body }: JiraAnswer): string {
  try {
    const { errorMessages = [], errors = {} } = JSON.parse(body) as {
      errorMessages?: readonly string[];
      errors?: Readonly<Record<string, string>>;
    };
    const [first] = [...errorMessages, ...Object.values(errors)];
    if (first !== undefined) return first;
  } catch {
    // Not an answer of Jira's: its status has to do.
  }
  return `Jira answered ${status}.`;
}
