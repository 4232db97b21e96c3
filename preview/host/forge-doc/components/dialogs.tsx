import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ForgeComponent, passThrough } from '../nodes/component-props';

export const dialogs: Readonly<Record<string, ForgeComponent>> = {
  Modal: passThrough(Modal),
  ModalBody: passThrough(ModalBody),
  ModalFooter: passThrough(ModalFooter),
  ModalHeader: passThrough(ModalHeader),
  ModalTitle: passThrough(ModalTitle),
  ModalTransition: passThrough(ModalTransition),
};
