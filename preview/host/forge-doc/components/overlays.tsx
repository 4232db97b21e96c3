import AtlaskitPopup from '@atlaskit/popup';
import AtlaskitTooltip from '@atlaskit/tooltip';
import React, { useContext } from 'react';
import {
  type ComponentProps,
  DrawContext,
  type ForgeComponent,
  handlerProp,
  pickProps,
  textProp,
} from '../nodes/component-props';
import { findSlot } from '../nodes/forge-node';

/** The tooltip needs an element that takes a reference, which the components of the renderer do not. */
function Tooltip({ props, children }: ComponentProps) {
  return (
    <AtlaskitTooltip content={textProp(props, 'content') ?? ''} {...pickProps(props, ['delay', 'position', 'testId'])}>
      <span>{children}</span>
    </AtlaskitTooltip>
  );
}

function Popup({ node, props }: ComponentProps) {
  const draw = useContext(DrawContext);
  const close = handlerProp(props, 'onClose');
  return (
    <AtlaskitPopup
      {...pickProps(props, ['autoFocus', 'label', 'placement', 'role', 'shouldFlip', 'testId'])}
      {...(close === undefined ? {} : { onClose: () => close() })}
      isOpen={props['isOpen'] === true}
      content={() => <div className="popup-content">{draw(findSlot(node, 'content'))}</div>}
      trigger={({ ref }) => <span ref={ref}>{draw(findSlot(node, 'trigger'))}</span>}
    />
  );
}

export const overlays: Readonly<Record<string, ForgeComponent>> = { Popup, Tooltip };
