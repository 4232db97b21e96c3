import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Text } from '@atlaskit/primitives/compiled';
import React, { type ReactElement } from 'react';
import { fill, useTexts } from '../texts/language';

interface Props {
  readonly appName: string;
  readonly allow: () => void;
}

/** What the platform shows in place of a view whose function acts as someone who has not allowed that yet. */
export function ConsentPrompt({ appName, allow }: Props): ReactElement {
  const texts = useTexts();
  return (
    <div className="consent">
      <Heading as="h3" size="small">
        {fill(texts.needsAccess, appName)}
      </Heading>
      <Text as="p">{fill(texts.accessText, appName)}</Text>
      <Button appearance="primary" onClick={allow}>
        {texts.allowAccess}
      </Button>
    </div>
  );
}
