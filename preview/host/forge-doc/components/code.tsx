import React from 'react';
import { AdfDocument } from '../../adf/adf-document';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';

function Code({ children }: ComponentProps) {
  return <code className="inline-code">{children}</code>;
}

/** Without colours: a highlighter would double the size of the page. */
function CodeBlock({ props }: ComponentProps) {
  return (
    <pre className="code-block" data-testid={textProp(props, 'testId')}>
      <code>{textProp(props, 'text') ?? ''}</code>
    </pre>
  );
}

function AdfRenderer({ props }: ComponentProps) {
  return <AdfDocument document={props['document']} />;
}

export const code: Readonly<Record<string, ForgeComponent>> = { AdfRenderer, Code, CodeBlock };
