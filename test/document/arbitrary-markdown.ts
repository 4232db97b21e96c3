import fc from '../shared/random/fast-check';

/** What has a meaning in Markdown, and what stands beside it. */
const pieces = [
  ...[
    'word',
    'a',
    'Z9',
    '真',
    '，',
    '。',
    '「',
    '」',
    '안녕',
    '한.',
    'é',
    '👩‍💻',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u2063',
  ],
  ...[
    '**',
    '*',
    '_',
    '__',
    '***',
    '~~',
    '~',
    '`',
    '``',
    '```',
    '\\',
    '!',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '|',
    '&amp;',
    '&',
  ],
  ...[
    '](https://a.b)',
    '](https://a.b "t")',
    '](https://a.b (p "q"))',
    ']()',
    '](<>)',
    '](https://a.b/(x)_y_)',
    '![',
    '[]',
  ],
  ...[
    'https://x.example/a_b_',
    'http://é.example/ü',
    'www.x.example',
    'x.example',
    'me@x.example',
    'mailto:me@x.example',
  ],
  ...[
    '<https://x.example>',
    '<b>',
    '[~accountid:557058:a_b_c]',
    '[~accountid:',
    'https:',
    '://',
    '.',
    ',',
    ':',
    ';',
    '"',
    "'",
    '$',
  ],
  ...[
    '> ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '007. ',
    '999999999. ',
    '1234567890. ',
    '# ',
    '### ',
    '#',
    '-',
    '=',
    '---',
    '***',
    '___',
  ],
  ...[
    '| ',
    ' | ',
    '|---|',
    '|:-:|---|',
    '\n|',
    '~~~',
    '```ts\n',
    '\n```\n',
    '\n',
    '\n\n',
    '\n\n\n',
    '\r\n',
    '    ',
    '  ',
    ' ',
    '\t',
  ],
  ...[
    '\n- ',
    '\n  - ',
    '\n    - ',
    '\n> ',
    '\n>',
    '\n> > ',
    '\n1. ',
    '\n   ',
    '\n  ',
    '  \n',
    '\\\n',
    '\u0000',
    '\ud83d',
  ],
];

const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));

const few = (words: fc.Arbitrary<string>, maxLength = 4): fc.Arbitrary<string[]> =>
  fc.array(words, { minLength: 1, maxLength });

/** Markdown with a plan: blocks in blocks, marks in marks. */
const planned = fc.letrec<{ inline: string; block: string; blocks: string }>((tie) => {
  const words = fc.oneof(
    fc.constantFrom(
      'word',
      'a b',
      '1.',
      '真，她',
      'x*y',
      'a_b',
      '5 * 3',
      'a|b',
      '`',
      'C#',
      '#',
      '-',
      '+',
      '--',
      '**',
      '\\',
    ),
    fc.constantFrom(
      'https://a.b/c',
      'me@a.b',
      '[~accountid:a:b]',
      '![p](https://a.b/p.png "t")',
      '`c`',
      '`` ` ``',
      '` x `',
      ' ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const wrap = (before: string, after: string) => tie('inline').map((inside) => before + inside + after);
  const inline = fc.oneof(
    { maxDepth: 3 },
    words,
    few(tie('inline')).map((all) => all.join('')),
    few(tie('inline')).map((all) => all.join(' ')),
    ...[wrap('**', '**'), wrap('*', '*'), wrap('_', '_'), wrap('~~', '~~'), wrap('[', '](https://a.b)')],
    ...[wrap('[', '](https://a.b/c "title")'), wrap('![', '](https://a.b/i.png)'), wrap('', '\n'), wrap('`', '`')],
  );
  const prefixed = (first: string, rest: string) =>
    tie('blocks').map((inside) => first + inside.replaceAll('\n', `\n${rest}`));
  const item = fc.constantFrom('- ', '* ', '1. ', '3) ', '10. ').chain((it) => prefixed(it, ' '.repeat(it.length)));
  const row = few(tie('inline'), 3).map((cells) => `| ${cells.join(' | ').replaceAll('\n', ' ')} |`);
  const block = fc.oneof(
    { maxDepth: 4 },
    tie('inline'),
    fc.tuple(fc.constantFrom('# ', '#### '), tie('inline')).map((it) => it.join('')),
    fc
      .tuple(fc.constantFrom('', 'ts', 'a title'), fc.string({ maxLength: 9 }))
      .map(([info, it]) => `\`\`\`${info}\n${it}\n\`\`\``),
    fc.constant('---'),
    prefixed('> ', '> '),
    few(item).map((items) => items.join('\n')),
    few(item).map((items) => items.join('\n\n')),
    fc
      .tuple(row, few(row))
      .map(([head, rows]) => [head, `|${'---|'.repeat(head.split(' | ').length)}`, ...rows].join('\n')),
  );
  return { inline, block, blocks: few(tie('block'), 3).map((all) => all.join('\n\n')) };
}).blocks;

export const arbitraryMarkdown = fc.oneof(noise, planned);
