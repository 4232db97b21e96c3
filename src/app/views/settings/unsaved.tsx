import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Text,
} from '@forge/react';
import React, { useLayoutEffect, useState } from 'react';
import { useTexts } from '../shared/use-texts';

/** What a tab holds that is not saved yet, and what can become of it. */
export interface Unsaved {
  /** Resolves with whether it is saved now; null where leaving is no place to save it. */
  readonly save: (() => Promise<boolean>) | null;
  readonly discard: () => void;
}

/** Tells the page what a tab holds that is not saved; null where nothing is. */
export type TellUnsaved = (unsaved: Unsaved | null) => void;

/** Keeps what the page knows of a tab as it is drawn: known by the time that it is seen. */
export function useTellUnsaved(tell: TellUnsaved, unsaved: Unsaved | null): void {
  useLayoutEffect(() => {
    tell(unsaved);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: at its end.
  useLayoutEffect(() => () => tell(null), []);
}

interface Props {
  /** Null where nobody wants to leave. */
  readonly unsaved: Unsaved | null;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before a tab with unsaved changes is left for another one. A page of Jira cannot ask before it is left itself. */
export const UnsavedQuestion = ({ unsaved, onLeave, onStay }: Props) => {
  const t = useTexts();
  const [isSaving, setSaving] = useState(false);
  const save = unsaved?.save ?? null;
  const saveAndLeave = async (work: () => Promise<boolean>) => {
    setSaving(true);
    const isSaved = await work();
    setSaving(false);
    // The form itself says why it could not be saved.
    if (isSaved) onLeave();
    else onStay();
  };
  return (
    <ModalTransition>
      {unsaved === null ? null : (
        <Modal onClose={onStay} width="medium">
          <ModalHeader>
            <ModalTitle>{t('settings.leave.title')}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Text>{t(save === null ? 'settings.leave.textUnset' : 'settings.leave.text')}</Text>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" autoFocus isDisabled={isSaving} onClick={onStay}>
              {t('settings.leave.stay')}
            </Button>
            <Button
              appearance="subtle"
              isDisabled={isSaving}
              onClick={() => {
                unsaved.discard();
                onLeave();
              }}
            >
              {t('settings.leave.discard')}
            </Button>
            {save === null ? null : (
              <LoadingButton appearance="primary" isLoading={isSaving} onClick={() => saveAndLeave(save)}>
                {t('settings.leave.save')}
              </LoadingButton>
            )}
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
};
