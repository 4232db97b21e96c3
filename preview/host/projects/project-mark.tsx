import React, { type ReactElement } from 'react';
import type { BootProject } from '../../wire/wire';

/** A project's picture: its initial on a colour of its own. */
export function ProjectMark({ project }: { readonly project: BootProject }): ReactElement {
  return (
    <span className={`project-mark project-mark-${Number(project.id) % 2}`} aria-hidden="true">
      {project.name.charAt(0)}
    </span>
  );
}
