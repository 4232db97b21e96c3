import Heading from '@atlaskit/heading';
import SectionMessage, { SectionMessageAction as AtlaskitAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import React, { type ReactNode } from 'react';
import { safeHref } from '../../links/safe-href';
import { type ComponentProps, type ForgeComponent, handlerProp, passThrough, textProp } from '../nodes/component-props';

function SectionMessageAction({ props, children }: ComponentProps) {
  const href = safeHref(props['href']);
  const click = handlerProp(props, 'onClick');
  return (
    <AtlaskitAction {...(href === undefined ? {} : { href })} {...(click === undefined ? {} : { onClick: click })}>
      {children}
    </AtlaskitAction>
  );
}

const headingSizes = { narrow: 'small', wide: 'medium' } as const;

function EmptyState({ props }: ComponentProps) {
  const width = props['width'] === 'narrow' ? 'narrow' : 'wide';
  const level = Math.min(6, Math.max(1, Number(props['headingLevel'] ?? 4)));
  // Elements in these props are drawn already: see makeUsable.
  const part = (name: string): ReactNode => props[name] as ReactNode;
  return (
    <div className={`empty-state empty-state-${width}`} data-testid={textProp(props, 'testId')}>
      <Heading as={`h${level as 1 | 2 | 3 | 4 | 5 | 6}`} size={headingSizes[width]}>
        {textProp(props, 'header') ?? ''}
      </Heading>
      <div className="empty-state-description">{part('description')}</div>
      <div className="empty-state-actions">
        {part('secondaryAction')}
        {part('primaryAction')}
        {props['isLoading'] === true ? <Spinner size="small" label="Loading" /> : null}
      </div>
      {part('tertiaryAction')}
    </div>
  );
}

export const messages: Readonly<Record<string, ForgeComponent>> = {
  EmptyState,
  SectionMessage: passThrough(SectionMessage),
  SectionMessageAction,
};
