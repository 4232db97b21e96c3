import { IconButton } from '@atlaskit/button/new';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import React, { type FocusEvent, type FormEvent, useContext } from 'react';
import { type ComponentProps, DrawContext, type ForgeComponent, handlerProp, textProp } from '../nodes/component-props';
import { findSlot } from '../nodes/forge-node';

/**
 * Text that becomes a field when it is pressed. @forge/react keeps the value and says which of the two views holds;
 * here are the buttons, and the confirmation when the focus leaves.
 */
function InlineEdit({ node, props }: ComponentProps) {
  const draw = useContext(DrawContext);
  const label = textProp(props, 'label');
  const call = (name: string) => (): void => handlerProp(props, name)?.();
  const heading = label === undefined ? null : <span className="inline-edit-label">{label}</span>;
  if (props['isEditing'] !== true) {
    const name = textProp(props, 'editButtonLabel') ?? (label === undefined ? 'Edit' : `Edit ${label}`);
    return (
      <div className="inline-edit">
        {heading}
        <button type="button" className="inline-edit-read" aria-label={name} onClick={call('onEdit')}>
          {draw(findSlot(node, 'readView'))}
        </button>
      </div>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    call('onConfirm')();
  };
  const leave = (event: FocusEvent<HTMLFormElement>): void => {
    const staysInside = event.currentTarget.contains(event.relatedTarget);
    if (!staysInside && props['keepEditViewOpenOnBlur'] !== true) call('onConfirm')();
  };
  return (
    <form className="inline-edit" onSubmit={submit} onBlur={leave} noValidate>
      {heading}
      {draw(findSlot(node, 'editView'))}
      {props['hideActionButtons'] === true ? null : (
        <div className="inline-edit-buttons">
          <IconButton
            type="submit"
            spacing="compact"
            icon={CheckMarkIcon}
            label={textProp(props, 'confirmButtonLabel') ?? 'Confirm'}
          />
          <IconButton
            spacing="compact"
            icon={CrossIcon}
            label={textProp(props, 'cancelButtonLabel') ?? 'Cancel'}
            onClick={call('onCancel')}
          />
        </div>
      )}
    </form>
  );
}

export const inlineEdits: Readonly<Record<string, ForgeComponent>> = { InlineEdit };
