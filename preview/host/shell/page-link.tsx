import React, { type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { isForBrowser } from '../links/site-link';

interface Props {
  readonly path: string;
  readonly goTo: (path: string) => void;
  readonly className?: string;
  /** Whether it leads to where one is. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link within the page. With a modifier key it stays the browser's, so that it can be opened in another tab. */
export function PageLink({ path, goTo, className, isCurrent = false, children }: Props): ReactElement {
  const follow = (event: MouseEvent): void => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    goTo(path);
  };
  return (
    <a href={path} onClick={follow} className={className} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </a>
  );
}
