import { Bleed, Inline, Stack } from '@atlaskit/primitives/compiled';
import React from 'react';
import {
  type ComponentProps,
  type ForgeComponent,
  handlerProp,
  passThrough,
  pickProps,
  textProp,
} from '../nodes/component-props';
import { xcssMedia } from '../nodes/xcss-media';
import { boxProps, xcssToStyle } from '../nodes/xcss-to-style';

function Box({ props, children }: ComponentProps) {
  const style = { ...xcssToStyle(pickProps(props, boxProps)), ...xcssToStyle(props['xcss']) };
  const media = xcssMedia(props['xcss']);
  return (
    <div
      role={textProp(props, 'role')}
      data-testid={textProp(props, 'testId')}
      className={media === null ? 'forge-box' : `forge-box ${media.className}`}
      style={style}
    >
      {media === null ? null : <style>{media.css}</style>}
      {children}
    </div>
  );
}

function Pressable({ props, children }: ComponentProps) {
  const style = { ...xcssToStyle(pickProps(props, boxProps)), ...xcssToStyle(props['xcss']) };
  return (
    <button
      type="button"
      className="forge-pressable"
      data-testid={textProp(props, 'testId')}
      disabled={props['isDisabled'] === true}
      onClick={handlerProp(props, 'onClick')}
      style={style}
    >
      {children}
    </button>
  );
}

export const layout: Readonly<Record<string, ForgeComponent>> = {
  Box,
  Pressable,
  Bleed: passThrough(Bleed),
  Inline: passThrough(Inline),
  Stack: passThrough(Stack),
};
