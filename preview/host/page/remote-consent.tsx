import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { Text } from '@atlaskit/primitives/compiled';
import React, { type ReactElement } from 'react';
import type { RemoteAddress } from '../bridge/view-host';
import { fill, useTexts } from '../texts/language';

interface Props {
  readonly appName: string;
  readonly remotes: readonly RemoteAddress[];
  readonly answer: (isAllowed: boolean) => void;
}

/** What Atlassian asks an administrator before an app's data goes to an address of their own. */
export function RemoteConsent({ appName, remotes, answer }: Props): ReactElement {
  const texts = useTexts();
  const isReset = remotes.every((remote) => remote.configured.endpoint === null);
  return (
    <Modal onClose={() => answer(false)} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>{fill(isReset ? texts.stopSending : texts.allowSending, appName)}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Text as="p">{isReset ? texts.stopSendingText : texts.allowSendingText}</Text>
        <dl className="remote-list">
          {remotes.map(({ key, configured }) => (
            <React.Fragment key={key}>
              <dt>{key}</dt>
              <dd>{configured.endpoint ?? texts.noAddress}</dd>
            </React.Fragment>
          ))}
        </dl>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={() => answer(false)}>
          {texts.cancel}
        </Button>
        <Button appearance="primary" autoFocus onClick={() => answer(true)}>
          {isReset ? texts.removeAddress : texts.allow}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
