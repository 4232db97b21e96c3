import React, { type MouseEvent, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly path: string;
  readonly goTo: (path: string) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link within the page. With a modifier key it stays the browser's, so that it can be opened in another tab. */
export function PageLink({ path, goTo, className, children }: Props): ReactElement {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(path);
  };
  return (
    <a href={path} onClick={follow} className={className}>
      {children}
    </a>
  );
}
