import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Text } from '@atlaskit/primitives/compiled';
import React, { type ReactElement } from 'react';

interface Props {
  readonly appName: string;
  readonly allow: () => void;
}

/** What the platform shows in place of a view whose function acts as someone who has not allowed that yet. */
export function ConsentPrompt({ appName, allow }: Props): ReactElement {
  return (
    <div className="consent">
      <Heading as="h3" size="small">
        {appName} needs access to your account
      </Heading>
      <Text as="p">Allow {appName} to see Jira as you do. You are asked once.</Text>
      <Button appearance="primary" onClick={allow}>
        Allow access
      </Button>
    </div>
  );
}
