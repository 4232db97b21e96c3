import React, { type MouseEvent, type ReactElement, type ReactNode, useContext } from 'react';
import { SiteLinksContext } from './site-links';

interface Props {
  readonly href: unknown;
  /** Otherwise a path of this site opens here, and an address elsewhere in a tab of its own. */
  readonly opensTab?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link as a view, a message or a mail asks for it. One that is not safe is drawn as its text. */
export function SiteLink({ href, opensTab = false, className, children }: Props): ReactElement {
  const links = useContext(SiteLinksContext);
  const found = links.find(href);
  if (found === undefined) return <>{children}</>;
  if (opensTab || !found.startsWith('/')) {
    return (
      <a href={links.forNewTab(found)} target="_blank" rel="noopener noreferrer" className={className}>
        {children}
      </a>
    );
  }
  const follow = (event: MouseEvent): void => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    links.goTo(found);
  };
  return (
    <a href={found} onClick={follow} className={className}>
      {children}
    </a>
  );
}

/** With a modifier key a click stays the browser's, so that the link can be opened in another tab. */
export function isForBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
