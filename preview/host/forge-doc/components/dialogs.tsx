import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ForgeComponent, passThrough } from '../nodes/component-props';

export const dialogs: Readonly<Record<string, ForgeComponent>> = {
  Modal: passThrough(Modal, [
    'autoFocus',
    'height',
    'label',
    'onClose',
    'shouldCloseOnEscapePress',
    'shouldCloseOnOverlayClick',
    'shouldScrollInViewport',
    'testId',
    'width',
  ]),
  ModalBody: passThrough(ModalBody, ['hasInlinePadding', 'testId']),
  ModalFooter: passThrough(ModalFooter, ['testId']),
  ModalHeader: passThrough(ModalHeader, ['hasCloseButton', 'testId']),
  ModalTitle: passThrough(ModalTitle, ['appearance', 'isMultiline', 'testId']),
  ModalTransition: passThrough(ModalTransition, []),
};
