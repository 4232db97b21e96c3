import { refuseField } from '../errors/app-error';

/** More than this is a text and no search, and each word is looked for in each message. */
const mostWords = 10;

/** What is looked for: the words between blanks, each once. @throws AppError `invalid_request` for none or too many. */
export function readSearchWords(query: string): string[] {
  const words = [...new Set(query.normalize('NFC').split(/\s+/u).filter(Boolean))];
  if (words.length === 0) throw refuseField('query.query', 'must hold a word');
  if (words.length > mostWords) throw refuseField('query.query', `must hold at most ${mostWords} words`);
  return words;
}
