import { textToDocument } from '../../../document/from-text';
import { noWords, type Words } from '../../definitions/composer';

export function isBlank({ document, markdown }: Words): boolean {
  return markdown.trim() === '' && (document?.content.length ?? 0) === 0;
}

/** One after the other, each as its own paragraphs. As Markdown where all of it is; else as a document. */
export function joinWords(all: readonly Words[]): Words {
  const parts = all.filter((words) => !isBlank(words));
  const [first = noWords, ...others] = parts;
  if (others.length === 0) return first;
  const markdown = parts.map((words) => words.markdown).join('\n\n');
  if (parts.every(({ document }) => document === null)) return { document: null, markdown };
  const content = parts.flatMap(({ document, markdown: text }) => (document ?? textToDocument(text)).content);
  return { document: { version: 1, type: 'doc', content }, markdown };
}

export function areSame(one: Words, other: Words): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  if (one.document === null || other.document === null) {
    return one.document === other.document && one.markdown === other.markdown;
  }
  return JSON.stringify(one.document) === JSON.stringify(other.document);
}
