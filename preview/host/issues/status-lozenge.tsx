import Lozenge from '@atlaskit/lozenge';
import React, { type ReactElement } from 'react';
import type { BootIssue } from '../../wire/wire';

const appearances = { 'To Do': 'default', 'In Progress': 'inprogress', Done: 'success' } as const;

export function StatusLozenge({ status }: { readonly status: BootIssue['status'] }): ReactElement {
  return <Lozenge appearance={appearances[status]}>{status}</Lozenge>;
}
