import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page and in the frames within it, a line each. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  return (await Promise.all(page.frames().map(findInFrame))).flat();
}

/** Each document by itself: what is said of a whole page, its language or its headings, holds for a frame as well. */
async function findInFrame(frame: Frame): Promise<readonly string[]> {
  // Once for a document: reading axe takes longer than running it.
  if (!(await frame.evaluate('"axe" in globalThis'))) await frame.evaluate(`${stillness};${axe}`);
  return frame.evaluate(`axe
    .run(document, { iframes: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ any, target, html }) => [id, target, html.slice(0, 200), any[0]?.message].join(' '))))`);
}

/** No colour is on its way to another while it is looked at. By a sheet of the script's own, which no policy refuses. */
const stillness = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [sheet];
}`;
