import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import ProgressBar from '@atlaskit/progress-bar';
import Spinner from '@atlaskit/spinner';
import Tag, { SimpleTag } from '@atlaskit/tag';
import React, { createElement } from 'react';
import {
  type ComponentProps,
  type ForgeComponent,
  passThrough,
  passThroughLeaf,
  pickProps,
  textProp,
} from '../component-props';
import { safeHref } from '../safe-href';

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

function TagGroup({ children }: ComponentProps) {
  return <div className="tag-group">{children}</div>;
}

export const status: Readonly<Record<string, ForgeComponent>> = {
  Badge: passThrough(Badge, ['appearance', 'max', 'testId']),
  Lozenge: passThrough(Lozenge, ['appearance', 'isBold', 'maxWidth', 'testId']),
  ProgressBar: passThroughLeaf(ProgressBar, ['appearance', 'ariaLabel', 'isIndeterminate', 'testId', 'value']),
  Spinner: passThroughLeaf(Spinner, ['appearance', 'delay', 'label', 'size', 'testId']),
  Tag: UiKitTag,
  TagGroup,
};
