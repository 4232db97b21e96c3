import { ButtonGroup } from '@atlaskit/button';
import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import React, { type ChangeEvent, useState } from 'react';
import { textToDocument } from '../../../../src/document/from-text';
import { documentToText } from '../../../../src/document/to-text';
import type { AdfDocument } from '../../../../src/document/types';
import { type ComponentProps, type ForgeComponent, handlerProp } from '../nodes/component-props';

/**
 * Jira's own editor: ADF in once and ADF out, with Save and Cancel where the view listens for them. It has six props and none
 * for a label, a limit, focus or what stands in it now. Here are its words alone, without `features`.
 */
function CommentEditor({ props }: ComponentProps) {
  const [text, setText] = useState(() => readText(props['defaultValue']));
  const call = (name: string, value?: unknown) => handlerProp(props, name)?.(value);
  const type = ({ target }: ChangeEvent<HTMLTextAreaElement>): void => {
    setText(target.value);
    call('onChange', textToDocument(target.value));
  };
  const isDisabled = props['isDisabled'] === true;
  return (
    <div className="comment-editor">
      <TextArea
        aria-label="Main content area, start typing to enter text."
        {...{ isDisabled }}
        value={text}
        onChange={type}
      />
      <ButtonGroup>
        {props['onSave'] === undefined ? null : (
          <Button appearance="primary" isDisabled={isDisabled} onClick={() => call('onSave', textToDocument(text))}>
            Save
          </Button>
        )}
        {props['onCancel'] === undefined ? null : (
          <Button appearance="subtle" isDisabled={isDisabled} onClick={() => call('onCancel')}>
            Cancel
          </Button>
        )}
      </ButtonGroup>
    </div>
  );
}

function readText(document: unknown): string {
  return typeof document === 'object' && document !== null ? documentToText(document as AdfDocument) : '';
}

export const editors: Readonly<Record<string, ForgeComponent>> = { CommentEditor };
