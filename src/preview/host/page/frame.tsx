import WorkItemsIcon from '@atlaskit/icon/core/work-items';
import React, { type ReactElement, type ReactNode } from 'react';
import type { Boot } from '../../wire';
import { PageLink } from './page-link';

interface Props {
  readonly boot: Boot;
  readonly goTo: (path: string) => void;
  readonly personMenu: ReactNode;
  readonly controls: ReactNode;
  readonly children: ReactNode;
}

/** What is around every page: the line that says what this is, the bar at the top, the project at the side. */
export function Frame({ boot, goTo, personMenu, controls, children }: Props): ReactElement {
  return (
    <div className="frame">
      <div className="banner">
        <span>Preview: a local Jira with made-up people</span>
        {controls}
      </div>
      <header className="top-bar">
        <PageLink path="/" goTo={goTo} className="site-link">
          <img src="/logo.svg" alt="" width={24} height={24} />
          <strong>{boot.site.name}</strong>
        </PageLink>
        {personMenu}
      </header>
      <nav className="sidebar" aria-label="Project">
        <div className="project">
          <span className="project-mark" aria-hidden="true">
            {boot.project.name.charAt(0)}
          </span>
          <span>
            <strong>{boot.project.name}</strong>
            <span className="subtle">Software project</span>
          </span>
        </div>
        <PageLink path="/" goTo={goTo} className="sidebar-link">
          <WorkItemsIcon label="" /> Work
        </PageLink>
      </nav>
      {children}
    </div>
  );
}
