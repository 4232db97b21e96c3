import { ButtonGroup } from '@atlaskit/button';
import Button, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import React, { createElement, type MouseEvent, useContext } from 'react';
import { isForBrowser } from '../../links/site-link';
import { SiteLinksContext } from '../../links/site-links';
import {
  type ComponentProps,
  type ForgeComponent,
  handlerProp,
  passThrough,
  pickProps,
} from '../nodes/component-props';
import { findGlyph } from './icons';

const buttonProps = [
  'appearance',
  'autoFocus',
  'isDisabled',
  'isLoading',
  'isSelected',
  'onBlur',
  'onClick',
  'onFocus',
  'shouldFitContainer',
  'testId',
  'type',
];

/** Atlaskit has no spacing "none"; compact is the nearest. */
function readSpacing(props: ComponentProps['props']): object {
  const spacing = props['spacing'];
  return spacing === undefined ? {} : { spacing: spacing === 'none' ? 'compact' : spacing };
}

function readIcons(props: ComponentProps['props']): object {
  const named = ['iconBefore', 'iconAfter'].map((side) => [side, findGlyph(props[side])] as const);
  return Object.fromEntries(named.filter(([, glyph]) => glyph !== undefined));
}

/** Of the appearances that UI Kit names and Atlaskit's buttons have no more. */
const replacements: ReadonlyMap<unknown, string> = new Map([
  ['link', 'default'],
  ['subtle-link', 'subtle'],
]);

function readAppearance(props: ComponentProps['props']): object {
  const appearance = replacements.get(props['appearance']);
  return appearance === undefined ? {} : { appearance };
}

function UiKitButton({ props, children }: ComponentProps) {
  return createElement(
    Button as never,
    { ...pickProps(props, buttonProps), ...readAppearance(props), ...readSpacing(props), ...readIcons(props) },
    children,
  );
}

function LinkButton({ props, children }: ComponentProps) {
  const links = useContext(SiteLinksContext);
  const href = links.find(props['href']);
  const opensTab = props['target'] === '_blank';
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    handlerProp(props, 'onClick')?.(event);
    if (href === undefined || !href.startsWith('/') || opensTab || isForBrowser(event)) return;
    event.preventDefault();
    links.goTo(href);
  };
  return (
    <AtlaskitLinkButton
      {...pickProps(props, buttonProps)}
      {...readSpacing(props)}
      {...readIcons(props)}
      {...readAppearance(props)}
      {...(opensTab ? { target: '_blank' } : {})}
      href={href === undefined ? '' : opensTab ? links.forNewTab(href) : href}
      onClick={follow}
    >
      {children}
    </AtlaskitLinkButton>
  );
}

export const buttons: Readonly<Record<string, ForgeComponent>> = {
  Button: UiKitButton,
  LoadingButton: UiKitButton,
  LinkButton,
  ButtonGroup: passThrough(ButtonGroup),
};
