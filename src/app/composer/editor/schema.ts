import { code, createSchema } from '@atlaskit/adf-schema/schema';

/**
 * Atlassian's own schema, as far as a message is written or edited with it. What is left out (media, extensions, layouts)
 * is not pasted, and a document that holds it is not opened: the editor would lose it.
 */
export const schema = createSchema({
  nodes: [
    'doc',
    'paragraph',
    'text',
    'bulletList',
    'orderedList',
    'listItem',
    'heading',
    'blockquote',
    'codeBlock',
    'panel',
    'rule',
    'mention',
    'hardBreak',
    'emoji',
    'date',
    'status',
    'inlineCard',
    'table',
    'tableRow',
    'tableCell',
    'tableHeader',
  ],
  // A document may have a link on code, as Markdown writes it; Atlassian's own editor would take one of the two away.
  customMarkSpecs: { code: { ...code, excludes: 'fontStyle searchQuery color' } },
  marks: ['link', 'em', 'strong', 'strike', 'subsup', 'underline', 'code', 'textColor'],
});
