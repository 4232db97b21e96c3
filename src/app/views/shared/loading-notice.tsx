import { Inline, Spinner } from '@forge/react';
import React from 'react';

/** Something is on its way; `label` says what, for those who do not see the spinner. */
export const LoadingNotice = ({ label }: { label: string }) => (
  <Inline alignInline="center">
    <Spinner size="medium" label={label} />
  </Inline>
);
