import Lozenge from '@atlaskit/lozenge';
import React, { type ReactElement } from 'react';
import type { BootIssue } from '../../wire/wire';
import { useTexts } from '../texts/language';

export const statuses: readonly BootIssue['status'][] = ['To Do', 'In Progress', 'Done'];

const appearances = { 'To Do': 'default', 'In Progress': 'inprogress', Done: 'success' } as const;

/** The name of a status in the language of the tab. */
export function useStatusName(): (status: BootIssue['status']) => string {
  const texts = useTexts();
  const names = { 'To Do': texts.toDo, 'In Progress': texts.inProgress, Done: texts.done };
  return (status) => names[status];
}

export function StatusLozenge({ status }: { readonly status: BootIssue['status'] }): ReactElement {
  const nameOf = useStatusName();
  return <Lozenge appearance={appearances[status]}>{nameOf(status)}</Lozenge>;
}
