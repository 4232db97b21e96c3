import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { Text } from '@atlaskit/primitives/compiled';
import React, { type ReactElement } from 'react';
import type { RemoteAddress } from '../bridge/view-host';

interface Props {
  readonly appName: string;
  readonly remotes: readonly RemoteAddress[];
  readonly answer: (isAllowed: boolean) => void;
}

/** What Atlassian asks an administrator before an app's data goes to an address of their own. */
export function RemoteConsent({ appName, remotes, answer }: Props): ReactElement {
  const isReset = remotes.every((remote) => remote.configured.endpoint === null);
  return (
    <Modal onClose={() => answer(false)} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>{isReset ? `Stop ${appName} sending data?` : `Allow ${appName} to send data?`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Text as="p">
          {isReset
            ? 'The app will not be able to reach its service until an administrator sets an address again.'
            : 'The app will send data of this site to the addresses below. Allow this only if your organisation trusts them.'}
        </Text>
        <dl className="remote-list">
          {remotes.map(({ key, configured }) => (
            <React.Fragment key={key}>
              <dt>{key}</dt>
              <dd>{configured.endpoint ?? 'No address'}</dd>
            </React.Fragment>
          ))}
        </dl>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={() => answer(false)}>
          Cancel
        </Button>
        <Button appearance="primary" autoFocus onClick={() => answer(true)}>
          {isReset ? 'Remove the address' : 'Allow'}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
