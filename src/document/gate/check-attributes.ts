import { type DocumentProblem, invalid, isRecord } from '../problem';
import { isSafeLink, safeLinkRule } from '../safe-link';

interface AttributeRule {
  readonly rule: string;
  readonly holds: (value: unknown) => boolean;
  readonly required?: true;
}

const aText: AttributeRule = { rule: 'must be a text', holds: (value) => typeof value === 'string' };
/** Atlassian's schema says number and means a count: what reads it takes no half of a column. */
const aCount: AttributeRule = {
  rule: 'must be a whole number of 0 or more',
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};
const aLevel: AttributeRule = {
  rule: 'must be a whole number from 1 to 6',
  holds: (value) => [1, 2, 3, 4, 5, 6].includes(value as number),
};
const widths: AttributeRule = {
  rule: 'must be a list of whole numbers of 0 or more',
  holds: (value) => Array.isArray(value) && value.every((it) => aCount.holds(it)),
};
const requiredText: AttributeRule = { ...aText, required: true };
const cell = { colspan: aCount, rowspan: aCount, colwidth: widths };

/** Attributes that readers rely on, by node and mark. Those that are not named here may be anything. */
const rules: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  heading: { level: aLevel },
  indentation: { level: aLevel },
  codeBlock: { language: aText },
  orderedList: { order: aCount },
  mention: { id: requiredText, text: aText },
  emoji: { shortName: requiredText, text: aText },
  inlineCard: { url: aText },
  panel: { panelType: aText },
  media: { alt: aText, id: aText, width: aCount, height: aCount },
  mediaInline: { alt: aText, id: aText, width: aCount, height: aCount },
  taskItem: { state: aText },
  decisionItem: { state: aText },
  tableCell: cell,
  tableHeader: cell,
  link: {
    href: { rule: safeLinkRule, holds: (value) => typeof value === 'string' && isSafeLink(value), required: true },
  },
  textColor: {
    color: {
      rule: 'must be a colour as #rrggbb',
      holds: (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value),
    },
  },
  subsup: { type: { rule: 'must be "sub" or "sup"', holds: (value) => value === 'sub' || value === 'sup' } },
};

/** Checks those among the `attrs` of a node or mark of this type that readers rely on. */
export function checkAttributes(type: string, attrs: unknown, pointer: string): DocumentProblem | null {
  const expected = Object.hasOwn(rules, type) ? Object.entries(rules[type] ?? {}) : [];
  if (attrs != null && !isRecord(attrs)) return invalid(pointer, 'must be an object');
  for (const [name, { rule, holds, required }] of expected) {
    const value = attrs?.[name];
    if (value == null ? required === true : !holds(value)) return invalid(`${pointer}/${name}`, rule);
  }
  return null;
}
