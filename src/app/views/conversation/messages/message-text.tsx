import { AdfRenderer, type DocNode } from '@forge/react';
import React from 'react';
import type { AdfDocument } from '../../../../document/types';

/** A document as Jira itself shows it. */
export const MessageText = ({ body }: { body: AdfDocument }) => (
  // Our type is as loose as what published clients send; the renderer shows what it does not know as unsupported.
  <AdfRenderer document={body as unknown as DocNode} />
);
