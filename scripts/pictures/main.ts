import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { listDocumented } from './documented';
import { drawFilm } from './film';
import { type Look, openStage, type Stage } from './stage';
import { listPages, type State, states, talk } from './states';

/**
 * `npm run pictures`: the pictures of the documents, into docs/pictures. `npm run pictures -- --states`: every page and every
 * state of the panel, wide, half as wide and narrow, light and dark, into dist/pictures, to be looked at; `-- settings mail` only those.
 */
const shown = join(process.cwd(), 'docs/pictures');
const looked = join(process.cwd(), 'dist/pictures');
/** Avatars and the theme come a moment after the words, and the network is never quiet: a view listens. In milliseconds. */
const settlingMs = 700;

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  if (named.length === 0) {
    mkdirSync(shown, { recursive: true });
    await withStage('full', drawDocumented);
    await withStage('bare', (stage) => drawFilm(stage, join(shown, 'aside.webp')));
    return;
  }
  mkdirSync(looked, { recursive: true });
  await withStage('bare', async (stage) => {
    await talk(stage);
    const all = [...states, ...listPages(stage.boot)];
    await drawStates(stage, named.includes('--states') ? all : all.filter(({ name }) => named.includes(name)));
  });
}

async function withStage(demo: 'full' | 'bare', draw: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(demo);
  try {
    await draw(stage);
  } finally {
    await stage.close();
  }
}

async function drawDocumented(stage: Stage): Promise<void> {
  for (const picture of listDocumented(stage.boot)) {
    const png = await drawState(stage, picture, picture, false);
    writeFileSync(join(shown, `${picture.name}.png`), await toFewColours(png));
  }
}

/** A page of flat colours loses nothing that one sees, and two thirds of its bytes. */
function toFewColours(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, colours: 256, dither: 0, effort: 10 }).toBuffer();
}

const looks: readonly (readonly [string, Look])[] = [
  ['light', { colorScheme: 'light', width: 1280 }],
  ['dark', { colorScheme: 'dark', width: 1280 }],
  ['medium-light', { colorScheme: 'light', width: 768 }],
  ['medium-dark', { colorScheme: 'dark', width: 768 }],
  ['narrow-light', { colorScheme: 'light', width: 420 }],
  ['narrow-dark', { colorScheme: 'dark', width: 420 }],
];

async function drawStates(stage: Stage, all: readonly State[]): Promise<void> {
  for (const state of all) {
    for (const [look, options] of looks) {
      writeFileSync(join(looked, `${state.name}-${look}.png`), await drawState(stage, state, options, true));
    }
  }
}

/** In the page: what is another one each time, ids and seconds, becomes the same. */
function evenOut(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const even = text
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '019cadc6-0000-7000-8000-000000000000')
      .replace(/(\d:\d\d):\d\d( [AP]M)/g, '$1:00$2');
    if (even !== text) node.nodeValue = even;
  }
}

async function drawState(stage: Stage, state: State, look: Look, isWhole: boolean): Promise<Buffer> {
  const page = await stage.visit(state.person, state.path, look);
  await page.getByText(state.words).first().waitFor();
  await state.act?.(page);
  await page.waitForTimeout(settlingMs);
  // A dialog covers what is in the window, and no more.
  const fullPage = isWhole && (await page.getByRole('dialog').count()) === 0;
  if (!isWhole) await page.evaluate(evenOut);
  const png = await page.screenshot({ fullPage, animations: 'disabled', caret: 'hide' });
  await page.context().close();
  console.log(`drew ${state.name}`);
  return png;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
