import React, { type ReactElement } from 'react';

/** Stands where a view uses something that this renderer does not have: better seen than silently missing. */
export function NotDrawn({ what }: { readonly what: string }): ReactElement {
  return <span className="not-drawn">not drawn in the preview: {what}</span>;
}
