import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import Spinner from '@atlaskit/spinner';
import Tag, { SimpleTag } from '@atlaskit/tag';
import React, { createElement } from 'react';
import { safeHref } from '../../links/safe-href';
import {
  type ComponentProps,
  type ForgeComponent,
  passThrough,
  passThroughLeaf,
  pickProps,
  textProp,
} from '../nodes/component-props';

function UiKitTag({ props }: ComponentProps) {
  const href = safeHref(props['href']);
  const shared = {
    ...pickProps(props, ['appearance', 'color', 'elemBefore', 'testId']),
    text: textProp(props, 'text') ?? '',
    ...(href === undefined ? {} : { href }),
  };
  if (props['isRemovable'] === false || props['removeButtonLabel'] === undefined) {
    return createElement(SimpleTag as never, shared);
  }
  const removal = pickProps(props, ['onAfterRemoveAction', 'onBeforeRemoveAction', 'removeButtonLabel']);
  return createElement(Tag as never, { ...shared, ...removal });
}

function TagGroup({ props, children }: ComponentProps) {
  return <div className={props['alignment'] === 'end' ? 'tag-group tag-group-end' : 'tag-group'}>{children}</div>;
}

/** Atlaskit caps a number at `max`, and knows it for one only when it is no element. */
function UiKitBadge({ node, props }: ComponentProps) {
  const text = node.children.map((child) => String(child.props['text'] ?? '')).join('');
  const value = text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  return createElement(Badge as never, pickProps(props, ['appearance', 'max', 'testId']), value);
}

export const status: Readonly<Record<string, ForgeComponent>> = {
  Badge: UiKitBadge,
  Lozenge: passThrough(Lozenge),
  Spinner: passThroughLeaf(Spinner),
  Tag: UiKitTag,
  TagGroup,
};
