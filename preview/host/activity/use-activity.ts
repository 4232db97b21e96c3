import { useCallback, useEffect, useState } from 'react';
import type { AdfDocument } from '../../../src/document/types';
import type { BootIssue } from '../../wire/wire';
import { addComment, type JiraChange, type JiraComment, listChanges, listComments } from '../session/jira-api';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

/** A comment, or a change of one field; `from` and `to` are names. */
export type Entry = { readonly id: string; readonly authorId: string | null; readonly at: number } & (
  | { readonly kind: 'comment'; readonly body: AdfDocument }
  | { readonly kind: 'change'; readonly field: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'creation' }
);

interface Activity {
  readonly comments: readonly Entry[];
  readonly changes: readonly Entry[];
  /** @returns whether Jira took it. */
  readonly add: (text: string) => Promise<boolean>;
}

/** What was said and done on a work item; read again whenever the work item is another than before. */
export function useActivity(issue: BootIssue): Activity {
  const { session, showFlag } = useShell();
  const texts = useTexts();
  const [comments, setComments] = useState<readonly Entry[]>([]);
  const [changes, setChanges] = useState<readonly Entry[]>([]);
  const { key } = issue;
  const read = useCallback(() => Promise.all([listComments(session, key), listChanges(session, key)]), [session, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the issue is a line of its history
  useEffect(() => {
    let isOver = false;
    read().then(
      ([said, done]) => {
        if (isOver) return;
        setComments(said.map(toComment));
        setChanges(done.flatMap(toChanges));
      },
      // Without it the work item is there all the same.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [read, issue.updatedAt]);
  const { id, reporterId, createdAt } = issue;
  const creation: Entry = { kind: 'creation', id: `created ${id}`, authorId: reporterId, at: createdAt };
  return {
    comments,
    changes: [creation, ...changes],
    add: async (text) => {
      try {
        await addComment(session, key, text);
        const [said] = await read();
        setComments(said.map(toComment));
        return true;
      } catch (error) {
        const description = error instanceof Error ? error.message : String(error);
        showFlag({ id: 'comment', type: 'error', title: texts.commentNotAdded, description });
        return false;
      }
    },
  };
}

function toComment({ id, author, created, body }: JiraComment): Entry {
  return { kind: 'comment', id: `comment ${id}`, authorId: author?.accountId ?? null, at: Date.parse(created), body };
}

function toChanges({ id, author, created, items }: JiraChange): readonly Entry[] {
  return items.map((item, index) => ({
    kind: 'change',
    id: `change ${id} ${index}`,
    authorId: author?.accountId ?? null,
    at: Date.parse(created),
    field: item.field,
    from: item.fromString,
    to: typeof item.toString === 'string' ? item.toString : null,
  }));
}
