import React, { type ReactElement, type ReactNode, useMemo } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import { SiteLink } from '../links/site-link';
import { drawMailNodes } from './draw-mail-html';

/** The HTML of a mail where it has some, else its text with its addresses as links. */
export function MailBody({ mail }: { readonly mail: JiraMail }): ReactElement {
  const { html, text } = mail;
  // A document of this parser runs no scripts and loads nothing.
  const parsed = useMemo(
    () => (html === null ? null : new DOMParser().parseFromString(html, 'text/html').body.childNodes),
    [html],
  );
  if (parsed !== null) return <div className="mail-body">{drawMailNodes(parsed)}</div>;
  return <div className="mail-body mail-text">{linkAddresses(text)}</div>;
}

/** Every second part of the split is an address: the pattern has one group. */
export function linkAddresses(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <SiteLink key={index} href={part}>
        {part}
      </SiteLink>
    ) : (
      part
    ),
  );
}
