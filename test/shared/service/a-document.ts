/** The smallest document that says something. */
export function aDocument(text = 'Can you look at the login page?') {
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } as const;
}
