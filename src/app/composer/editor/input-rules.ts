import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { normaliseAddress } from './links';
import { schema } from './schema';

const { nodes, marks } = schema;

type Known<T> = Exclude<T, undefined>;
const node = (name: string) => nodes[name] as Known<(typeof nodes)[string]>;
const mark = (name: string) => marks[name] as MarkType;

/** Words between two signs get the mark, and the signs go. `pattern` has the words as its last group, behind what stays. */
function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before = '', words = ''] = match;
    const from = start + before.length;
    if (state.doc.rangeHasMark(from, end, mark('code'))) return null;
    const opening = whole.slice(before.length).indexOf(words);
    // The last sign is what is being typed: it is not in the document yet.
    const wordsFrom = from + opening;
    const tr = state.tr;
    tr.delete(wordsFrom + words.length, end);
    tr.delete(from, wordsFrom);
    if (type.name === 'code') tr.removeMark(from, from + words.length);
    tr.addMark(from, from + words.length, type.create());
    return tr.removeStoredMark(type);
  });
}

/** `[words](address)` */
const linkRule = new InputRule(/\[([^[\]]+)\]\(([^\s()]+)\)$/, (state, match, start, end) => {
  const [, words = '', typed = ''] = match;
  const href = normaliseAddress(typed);
  if (href === null) return null;
  const tr = state.tr.replaceWith(start, end, schema.text(words, [mark('link').create({ href })]));
  return tr.removeStoredMark(mark('link'));
});

/** An address is a link once a blank ends it, without what ends the sentence or the brackets around it. */
const bareLinkRule = new InputRule(
  /(?:^|[\s(])(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])[".,;:!?)\]}']*\s$/i,
  (state, match, start, end) => {
    const href = match[1] ?? '';
    const from = start + match[0].indexOf(href);
    if (state.doc.rangeHasMark(from, end, mark('link')) || state.doc.rangeHasMark(from, end, mark('code'))) return null;
    const blank = match[0].slice(-1);
    const tr = state.tr.addMark(from, from + href.length, mark('link').create({ href }));
    return tr.insertText(blank, end).removeStoredMark(mark('link'));
  },
);

const ruleRule = new InputRule(/^(?:---|\*\*\*)$/, (state, _match, start, end) => {
  const place = state.doc.resolve(start);
  if (place.depth !== 1) return null;
  return state.tr.delete(start, end).insert(place.before(), node('rule').create());
});

/**
 * Whoever types the sign of a list in every line gets it but once: in the next item of the list, which Enter made, it goes
 * again, in place of a list within the item.
 */
function sameListRule(pattern: RegExp, list: string): InputRule {
  return new InputRule(pattern, (state, _match, start, end) => {
    const place = state.doc.resolve(start);
    if (place.depth < 3 || place.node(-2).type !== node(list)) return null;
    const isNext = place.index(-2) > 0 && place.index(-1) === 0;
    return isNext && place.parent.content.size === end - start ? state.tr.delete(start, end) : null;
  });
}

/** Markdown as one types, in the manner of Jira's own fields. */
export function markdownRules(): Plugin {
  return inputRules({
    rules: [
      sameListRule(/^\s*[-*+]\s$/, 'bulletList'),
      sameListRule(/^\s*\d{1,6}[.)]\s$/, 'orderedList'),
      wrappingInputRule(/^\s*([-*+])\s$/, node('bulletList')),
      wrappingInputRule(
        /^\s*(\d{1,6})[.)]\s$/,
        node('orderedList'),
        (match) => ({ order: Number(match[1]) }),
        (match, list) => list.childCount + Number(list.attrs['order']) === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, node('blockquote')),
      textblockTypeInputRule(/^```([\w+#-]{0,32})\s$/, node('codeBlock'), (match) => ({ language: match[1] || null })),
      textblockTypeInputRule(/^(#{1,6})\s$/, node('heading'), (match) => ({ level: match[1]?.length ?? 1 })),
      ruleRule,
      markRule(/(^|[^*])(?:\*\*)([^\s*](?:[^*]*[^\s*])?)\*\*$/, mark('strong')),
      markRule(/(^|[^\w_])(?:__)([^\s_](?:[^_]*[^\s_])?)__$/, mark('strong')),
      markRule(/(^|[^\w*])\*([^\s*](?:[^*]*[^\s*])?)\*$/, mark('em')),
      markRule(/(^|[^\w_])_([^\s_](?:[^_]*[^\s_])?)_$/, mark('em')),
      markRule(/(^|[^~])~~([^\s~](?:[^~]*[^\s~])?)~~$/, mark('strike')),
      markRule(/(^|[^`])`([^`]+)`$/, mark('code')),
      linkRule,
      bareLinkRule,
    ],
  });
}
