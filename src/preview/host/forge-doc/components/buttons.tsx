import { ButtonGroup } from '@atlaskit/button';
import Button, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import React, { createElement } from 'react';
import { type ComponentProps, type ForgeComponent, passThrough, pickProps } from '../component-props';
import { safeHref } from '../safe-href';
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

function UiKitButton({ props, children }: ComponentProps) {
  const icons = Object.fromEntries(
    ['iconBefore', 'iconAfter']
      .map((side) => [side, findGlyph(props[side])])
      .filter(([, glyph]) => glyph !== undefined),
  );
  return createElement(
    Button as never,
    { ...pickProps(props, buttonProps), ...readSpacing(props), ...icons },
    children,
  );
}

function LinkButton({ props, children }: ComponentProps) {
  const appearance = { link: 'default', 'subtle-link': 'subtle' }[String(props['appearance'])];
  return (
    <AtlaskitLinkButton
      {...pickProps(props, buttonProps)}
      {...readSpacing(props)}
      {...(appearance === undefined ? {} : { appearance: appearance as 'default' })}
      {...pickProps(props, ['target'])}
      href={safeHref(props['href']) ?? ''}
    >
      {children}
    </AtlaskitLinkButton>
  );
}

export const buttons: Readonly<Record<string, ForgeComponent>> = {
  Button: UiKitButton,
  LoadingButton: UiKitButton,
  LinkButton,
  ButtonGroup: passThrough(ButtonGroup, ['label', 'titleId']),
};
