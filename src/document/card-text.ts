import { isRecord } from './problem';

/** Members of an attribute that people read, in the order in which a card shows them. */
const worded = [
  'title',
  'name',
  'text',
  'description',
  'summary',
  'details',
  'lozenge',
  'badge',
  'value',
  'context',
  'actions',
];
const addressed = ['link', 'textUrl', 'url', 'href', '@id'];

/**
 * What a card, a button or another node says by its attributes alone: words, each once, and its address behind the first
 * of them. Pictures and people's icons are not said. Old clients nest their words: `title: { text }`.
 */
export function attributesToText(attrs: Readonly<Record<string, unknown>>): string {
  const said = [...new Set(wordsIn(isRecord(attrs['data']) ? { ...attrs, ...attrs['data'] } : attrs))];
  const address = addressIn(isRecord(attrs['data']) ? { ...attrs['data'], ...attrs } : attrs);
  const [first = '', ...rest] = said.length === 0 && typeof attrs['alt'] === 'string' ? [attrs['alt']] : said;
  return [nameAddress(first, address), ...rest].filter((it) => it !== '').join('\n');
}

/** Words with the address that they lead to behind them, unless they say it themselves. */
export function nameAddress(words: string, address: string, title = ''): string {
  const behind = [address !== '' && isSameAddress(words, address) ? '' : address, title === '' ? '' : `"${title}"`]
    .filter((it) => it !== '')
    .join(' ');
  return behind === '' ? words : words === '' ? behind : `${words} (${behind})`;
}

function isSameAddress(words: string, address: string): boolean {
  // Most words are none of an address, and it costs much to have a browser's parser say so.
  if (/\s/.test(words)) return false;
  return ['', 'http://', 'mailto:'].some(
    (scheme) => scheme + words === address || normalise(scheme + words) === normalise(address),
  );
}

/** As a browser spells it: `https://é.example` and its encoded form are one address. */
function normalise(address: string): string {
  try {
    return new URL(address).href;
  } catch {
    return address;
  }
}

function wordsIn(attrs: Readonly<Record<string, unknown>>): string[] {
  return worded.flatMap((name) => wordsOf(attrs[name]));
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).trim()].filter((it) => it !== '');
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isRecord(value)) return [];
  const words = wordsIn(value);
  return words.length === 0 ? [] : [words.join(' ')];
}

function addressIn(attrs: Readonly<Record<string, unknown>>): string {
  for (const name of addressed) {
    const value = attrs[name];
    const address = isRecord(value) ? value['url'] : value;
    if (typeof address === 'string' && address !== '') return address;
  }
  return '';
}
