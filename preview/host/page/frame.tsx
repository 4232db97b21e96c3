import { IconButton } from '@atlaskit/button/new';
import MenuIcon from '@atlaskit/icon/core/menu';
import React, { type ReactElement, type ReactNode, useState } from 'react';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { Sidebar } from './sidebar';

interface Props {
  /** At the right of the top bar. */
  readonly menus: ReactNode;
  readonly controls: ReactNode;
  readonly children: ReactNode;
}

/** What is around every page: the line that says what this is, the bar at the top, the project at the side. */
export function Frame({ menus, controls, children }: Props): ReactElement {
  const { boot, navigate } = useShell();
  const [isOpen, setIsOpen] = useState(false);
  const goTo = (path: string): void => {
    setIsOpen(false);
    navigate(path);
  };
  return (
    <div className="frame">
      <section className="banner" aria-label="Preview">
        <span>Preview: a local Jira with made-up people</span>
        {controls}
      </section>
      <header className="top-bar">
        <span className="icon-text">
          <span className="sidebar-toggle">
            <IconButton
              icon={MenuIcon}
              label="Menu"
              appearance="subtle"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            />
          </span>
          <PageLink path="/" goTo={goTo} className="site-link">
            <img src="/logo.svg" alt="" width={24} height={24} />
            <strong>{boot.site.name}</strong>
          </PageLink>
        </span>
        <div className="top-bar-menus">{menus}</div>
      </header>
      <nav className={isOpen ? 'sidebar open' : 'sidebar'} aria-label="Project and apps">
        <Sidebar goTo={goTo} />
      </nav>
      {children}
    </div>
  );
}
