import React from 'react';
import { safeHref } from '../../links/safe-href';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';

function List({ props, children }: ComponentProps) {
  return props['type'] === 'ordered' ? <ol>{children}</ol> : <ul>{children}</ul>;
}

function ListItem({ children }: ComponentProps) {
  return <li>{children}</li>;
}

/** Pictures are drawn from this site or as data: the page loads nothing from elsewhere. */
function Image({ props }: ComponentProps) {
  const src = textProp(props, 'src') ?? '';
  const shown = /^data:image\//i.test(src) ? src : safeHref(src);
  if (shown === undefined) return null;
  const size = (name: 'width' | 'height') =>
    typeof props[name] === 'number' || typeof props[name] === 'string' ? { [name]: props[name] } : {};
  return <img src={shown} alt={textProp(props, 'alt') ?? ''} {...size('width')} {...size('height')} />;
}

export const lists: Readonly<Record<string, ForgeComponent>> = { List, ListItem, Image };
