import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import { ModalTransition } from '@atlaskit/modal-dialog';
import React, { type ReactElement, useState } from 'react';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';
import { CreateDialog } from './create-dialog';

/** "Create" of the top bar; nobody's who is not logged in. */
export function CreateButton(): ReactElement | null {
  const { session } = useShell();
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  if (session.person === null) return null;
  return (
    <>
      <Button appearance="primary" iconBefore={AddIcon} onClick={() => setIsOpen(true)}>
        {texts.create}
      </Button>
      <ModalTransition>{isOpen ? <CreateDialog close={() => setIsOpen(false)} /> : null}</ModalTransition>
    </>
  );
}
