import type { JiraDocument } from '../../../platform/jira/jira-document';

export const paragraphs = (...texts: readonly string[]): JiraDocument => ({
  version: 1,
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
