import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Properties that set others at once, and those that set some of what the first ones do. */
const widest =
  /^(all|animation|background|border|border-radius|flex|font|gap|grid|inset|list-style|margin|outline|overflow|padding|text-decoration|transition)$/;
const wide =
  /^(border-(block|bottom|color|inline|left|right|style|top|width)|flex-flow|grid-(area|column|row|template)|(inset|margin|padding)-(block|inline))$/;

/**
 * Atlaskit's styles are one rule a class, each file with those of its component, and its own bundler sorts all of them:
 * what sets much comes before what sets little. Here they come in the order in which files are loaded, so that they weigh
 * more the less they set; else a `font` of one component undoes the bold of another.
 * Source: @compiled/css 3, sort-shorthand-declarations.
 */
export const weighAtomicCss: Plugin = {
  name: 'weigh-atomic-css',
  setup(build) {
    build.onLoad({ filter: /\.compiled\.css$/ }, async ({ path }) => ({
      contents: weigh(await readFile(path, 'utf8')),
      loader: 'css',
    }));
  },
};

/** A class that is named once more weighs more; where nothing else is said, the order of the files holds as before. */
export function weigh(css: string): string {
  return css.replace(/(\.[_a-z0-9-]+)([^{},]*\{([a-z-]+):)/gi, (rule, name: string, rest: string, property: string) => {
    if (widest.test(property)) return rule;
    return name.repeat(wide.test(property) ? 2 : 3) + rest;
  });
}
