import { IconButton } from '@atlaskit/button/new';
import MenuIcon from '@atlaskit/icon/core/menu';
import React, { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { CreateButton } from '../creation/create-button';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';
import { QuickSearch } from './quick-search';
import { Sidebar } from './sidebar';

interface Props {
  /** At the right of the top bar. */
  readonly menus: ReactNode;
  readonly controls: ReactNode;
  readonly children: ReactNode;
}

/** What is around every page: the line that says what this is, the bar at the top, the projects at the side. */
export function Frame({ menus, controls, children }: Props): ReactElement {
  const { boot, navigate } = useShell();
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const side = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLSpanElement>(null);
  useCloseFromElsewhere(isOpen, () => setIsOpen(false), side, toggle);
  const goTo = (path: string): void => {
    setIsOpen(false);
    navigate(path);
  };
  return (
    <div className="frame">
      <section className="banner" aria-label="Preview">
        <span>{texts.banner}</span>
        {controls}
      </section>
      <header className="top-bar">
        <span className="icon-text">
          <span className="sidebar-toggle" ref={toggle}>
            <IconButton
              icon={MenuIcon}
              label={texts.menu}
              appearance="subtle"
              aria-expanded={isOpen}
              aria-controls="sidebar"
              onClick={() => setIsOpen(!isOpen)}
            />
          </span>
          <PageLink path="/" goTo={goTo} className="site-link">
            <img src="/logo.svg" alt="" width={24} height={24} />
            <strong>{boot.site.name}</strong>
          </PageLink>
        </span>
        <div className="top-bar-middle">
          <QuickSearch />
          <CreateButton />
        </div>
        <div className="top-bar-menus">{menus}</div>
      </header>
      <nav id="sidebar" ref={side} className={isOpen ? 'sidebar open' : 'sidebar'} aria-label={texts.navigation}>
        <Sidebar goTo={goTo} />
      </nav>
      {children}
    </div>
  );
}

/** Escape closes what is open over a narrow page and gives the focus back to its button; so does a click beside it. */
function useCloseFromElsewhere(
  isOpen: boolean,
  close: () => void,
  inside: React.RefObject<HTMLElement>,
  toggle: React.RefObject<HTMLElement>,
): void {
  const current = useRef(close);
  current.current = close;
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      current.current();
      toggle.current?.querySelector('button')?.focus();
    };
    const onPress = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!inside.current?.contains(target) && !toggle.current?.contains(target)) current.current();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [isOpen, inside, toggle]);
}
