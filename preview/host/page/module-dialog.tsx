import Modal, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import React, { type ReactElement, useRef } from 'react';
import { ModuleView } from '../modules/module-view';
import type { OpenDialog } from '../shell/shell';

interface Props {
  readonly dialog: OpenDialog;
  readonly leave: (payload?: unknown) => void;
}

/** `viewportSize` of the manifest, or the size that a view asks for. */
const widths: ReadonlyMap<string, 'small' | 'medium' | 'large' | 'x-large' | '100%'> = new Map([
  ['small', 'small'],
  ['medium', 'medium'],
  ['large', 'large'],
  ['xlarge', 'x-large'],
  ['max', '100%'],
  ['fullscreen', '100%'],
]);

/** A module in a dialog. The focus goes back to where it was when the dialog closes. */
export function ModuleDialog({ dialog, leave }: Props): ReactElement {
  const { module, issue, title, size, extension, closeOnEscape, closeOnOverlayClick, opener } = dialog;
  const focus = useRef(opener ?? null);
  return (
    <Modal
      onClose={() => leave()}
      width={widths.get(size) ?? 'medium'}
      shouldCloseOnEscapePress={closeOnEscape}
      shouldCloseOnOverlayClick={closeOnOverlayClick}
      {...(focus.current === null ? {} : { shouldReturnFocus: focus as React.RefObject<HTMLElement> })}
      {...(title === '' ? { label: module.title } : {})}
    >
      {title === '' ? null : (
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
      )}
      <ModalBody>
        <div className="app-view app-view-dialog">
          <ModuleView module={module} issue={issue} extension={extension} close={leave} />
        </div>
      </ModalBody>
    </Modal>
  );
}
