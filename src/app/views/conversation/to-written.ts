import type { Written } from '../../definitions';
import type { Words } from '../../definitions/composer';

/** The document where there is one; else what was typed as Markdown, of which the function makes it. */
export function toWritten({ document, markdown }: Words): Written {
  return document === null ? { text: markdown } : { document };
}
