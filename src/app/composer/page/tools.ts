/** The buttons of the toolbar, in groups; each is named by its text. */
export const toolGroups = [
  ['bold', 'italic', 'strike', 'code'],
  ['bullets', 'numbers', 'quote', 'codeBlock'],
  ['link', 'mention'],
] as const;

export type Tool = (typeof toolGroups)[number][number];
