import React, { createElement, type Key, type ReactNode, useContext } from 'react';
import type { AdfMark, AdfNode } from '../../../src/document/types';
import { SiteLink } from '../links/site-link';
import { PeopleContext } from '../session/people-context';

const inlineTypes = ['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status'];

export function isInline(node: AdfNode): boolean {
  return inlineTypes.includes(node.type);
}

/** Published clients send `content: null`, which is none. */
export function contentOf(node: AdfNode): readonly AdfNode[] {
  return Array.isArray(node.content) ? node.content : [];
}

export function drawInline(node: AdfNode, key: Key): ReactNode {
  const attribute = (name: string): string => String(node.attrs?.[name] ?? '');
  switch (node.type) {
    case 'hardBreak':
      return <br key={key} />;
    case 'mention':
      return <Mention key={key} accountId={attribute('id')} text={attribute('text')} />;
    case 'emoji':
      return <span key={key}>{attribute('text') || attribute('shortName')}</span>;
    case 'inlineCard':
      return (
        <SiteLink key={key} href={node.attrs?.['url']}>
          {attribute('url')}
        </SiteLink>
      );
    case 'date':
      return <time key={key}>{new Date(Number(attribute('timestamp'))).toLocaleDateString()}</time>;
    case 'status':
      return <strong key={key}>{attribute('text')}</strong>;
    default:
      return <span key={key}>{(node.marks ?? []).reduceRight(addMark, node.text ?? '')}</span>;
  }
}

function addMark(inside: ReactNode, mark: AdfMark): ReactNode {
  switch (mark.type) {
    case 'strong':
    case 'em':
      return createElement(mark.type, null, inside);
    case 'code':
      return <code className="inline-code">{inside}</code>;
    case 'strike':
      return <s>{inside}</s>;
    case 'underline':
      return <u>{inside}</u>;
    case 'subsup':
      return mark.attrs?.['type'] === 'sub' ? <sub>{inside}</sub> : <sup>{inside}</sup>;
    case 'textColor':
      return <span style={{ color: readColour(mark.attrs?.['color']) }}>{inside}</span>;
    case 'link':
      return <SiteLink href={mark.attrs?.['href']}>{inside}</SiteLink>;
    default:
      return inside;
  }
}

function readColour(colour: unknown): string | undefined {
  return typeof colour === 'string' && /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : undefined;
}

/** The name as it is now, not as it was when the message was written. */
function Mention({ accountId, text }: { readonly accountId: string; readonly text: string }) {
  const person = useContext(PeopleContext).find((candidate) => candidate.accountId === accountId);
  return (
    <span className="adf-mention">{person === undefined ? text || '@former user' : `@${person.displayName}`}</span>
  );
}
