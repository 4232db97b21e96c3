import React, { type ReactElement } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { ModuleView } from './module-view';

interface Props {
  readonly module: BootModule;
  readonly issue: BootIssue;
}

/** A script of the app on an issue: it runs as a view does, and has no place on the page. */
export function BackgroundScript({ module, issue }: Props): ReactElement {
  return (
    <div hidden>
      <ModuleView module={module} issue={issue} />
    </div>
  );
}
