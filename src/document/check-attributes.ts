import { type DocumentProblem, invalid, isRecord, problemOfText, tooLarge } from './problem';
import { isSafeLink } from './safe-link';

interface AttributeRule {
  readonly rule: string;
  readonly holds: (value: unknown) => boolean;
  readonly required?: true;
}

const aText: AttributeRule = { rule: 'must be a text', holds: (value) => typeof value === 'string' };
const aNumber: AttributeRule = {
  rule: 'must be a number of 0 or more',
  holds: (value) => typeof value === 'number' && value >= 0,
};
const requiredText: AttributeRule = { ...aText, required: true };
const cell = { colspan: aNumber, rowspan: aNumber };

/** Attributes that readers rely on, by node and mark. Those that are not named here may be anything. */
const rules: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  heading: {
    level: {
      rule: 'must be a whole number from 1 to 6',
      holds: (value) => [1, 2, 3, 4, 5, 6].includes(value as number),
    },
  },
  codeBlock: { language: aText },
  orderedList: { order: aNumber },
  mention: { id: requiredText, text: aText },
  emoji: { shortName: requiredText, text: aText },
  inlineCard: { url: aText },
  panel: { panelType: aText },
  media: { alt: aText, id: aText },
  taskItem: { state: aText },
  decisionItem: { state: aText },
  tableCell: cell,
  tableHeader: cell,
  link: { href: requiredText },
  textColor: {
    color: {
      rule: 'must be a colour as #rrggbb',
      holds: (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value),
    },
  },
  subsup: { type: { rule: 'must be "sub" or "sup"', holds: (value) => value === 'sub' || value === 'sup' } },
};

/** Members that hold an address, wherever they stand: `href`, `url`, `src`, `uri` and names that end like `iconUrl`. */
const holdsAddress = /(^|[a-z0-9_-])(href|url|uri|src)$/i;

/** Checks the `attrs` of a node or mark of this type; `depth` is how many more levels they may nest. */
export function checkAttributes(type: string, attrs: unknown, pointer: string, depth: number): DocumentProblem | null {
  const expected = Object.hasOwn(rules, type) ? Object.entries(rules[type] ?? {}) : [];
  if (attrs != null && !isRecord(attrs)) return invalid(pointer, 'must be an object');
  for (const [name, { rule, holds, required }] of expected) {
    const value = attrs?.[name];
    if (value == null ? required === true : !holds(value)) return invalid(`${pointer}/${name}`, rule);
  }
  return attrs == null ? null : checkValue('', attrs, pointer, depth);
}

function checkValue(name: string, value: unknown, pointer: string, depth: number): DocumentProblem | null {
  if (typeof value === 'string') {
    if (holdsAddress.test(name) && !isSafeLink(value))
      return invalid(pointer, 'must be an http, https or mailto address');
    return problemOfText(value, pointer);
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return tooLarge(pointer, 'must not nest any deeper');
  for (const [key, inner] of Object.entries(value)) {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const fault =
      problemOfText(key, pointer) ??
      checkValue(key === '' || Array.isArray(value) ? name : key, inner, here, depth - 1);
    if (fault !== null) return fault;
  }
  return null;
}
