/**
 * In the line of a conversation an account id stands between these two marks where its newest message mentions somebody:
 * the view puts the name there that Jira shows its reader. Both are of Unicode's private use, and taken out of all words.
 */
export const previewMarks = { begin: '\uE000', end: '\uE001' } as const;
