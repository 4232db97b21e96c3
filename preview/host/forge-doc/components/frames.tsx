import React, { type ReactElement, useContext } from 'react';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';
import { EmbedContext } from '../nodes/embed-context';
import { NotDrawn } from '../nodes/not-drawn';

/** A page of the app's own beside UI Kit. */
function Frame({ props }: ComponentProps): ReactElement {
  const embed = useContext(EmbedContext);
  const resource = textProp(props, 'resource');
  if (embed === null || resource === undefined) return <NotDrawn what="Frame" />;
  return embed({ resource, height: textProp(props, 'height') });
}

export const frames: Readonly<Record<string, ForgeComponent>> = { Frame };
