import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openNew } from '../../test/e2e/open-new';
import type { Stage } from './stage';
import { send, writeTo } from './writing';

/** Two windows side by side, in pixels. */
const [width, height, head, gap] = [460, 540, 34, 16];
const question = 'Can you look at the **login page**? It comes up empty for one customer.';
const answer = 'Found it: the token was two minutes old. Mended in a minute.';
/** So many letters come at a time. */
const stroke = 9;

interface Frame {
  readonly picture: Buffer;
  /** In milliseconds. */
  readonly lasts: number;
}

/**
 * Writes the moving picture of the README: Alice writes, Bob opens it where it comes, and answers. An animated
 * WebP without loss: one frame holds only what has changed since the one before.
 */
export async function drawFilm(stage: Stage, file: string): Promise<void> {
  const look = { colorScheme: 'light', width, height } as const;
  const alice = await stage.visit('alice', '/browse/WEB-1', look);
  const bob = await stage.visit('bob', '/browse/WEB-1', look);
  // The live channel is asked for by who stays, a while after the page is there.
  await Promise.all([alice, bob].map((page) => page.waitForRequest(/\/preview\/realtime/)));
  for (const page of [alice, bob]) await page.getByRole('region', { name: 'Aside', exact: true }).waitFor();
  const frames: Frame[] = [];
  const take = async (lasts: number): Promise<void> => {
    frames.push({ picture: await drawBoth(alice, bob), lasts });
  };
  await take(1_200);
  await typeSlowly(alice, 'Bob Brandt', question, take);
  await send(alice);
  await take(300);
  await arrive(bob, 'It comes up empty for one customer', take);
  await stage.pass(1);
  await typeSlowly(bob, 'Alice Archer', answer, take);
  await send(bob);
  await take(300);
  await take(900);
  // Her caret is in the field since she wrote: what comes stands open.
  await alice.getByRole('region', { name: 'Aside', exact: true }).getByText('Mended in a minute').waitFor();
  await take(1_500);
  await take(2_500);
  const moving = await sharp(
    frames.map(({ picture }) => picture),
    { join: { animated: true } },
  )
    .webp({ loop: 0, delay: frames.map(({ lasts }) => lasts), lossless: true, effort: 6 })
    .toBuffer();
  writeFileSync(file, moving);
}

/** It stands there under its count by itself, and its reader opens it. */
async function arrive(page: Page, words: string, take: (lasts: number) => Promise<void>): Promise<void> {
  const place = page.getByRole('region', { name: 'Aside', exact: true });
  await place.getByRole('button', { name: '1 new message' }).waitFor();
  await page.waitForTimeout(500);
  await take(1_200);
  await openNew(place);
  await place.getByText(words).waitFor();
  await page.waitForTimeout(500);
  await take(1_500);
}

async function typeSlowly(page: Page, to: string, text: string, take: (lasts: number) => Promise<void>): Promise<void> {
  await writeTo(page, to, text.slice(0, stroke));
  await take(220);
  for (let at = stroke; at < text.length; at += stroke) {
    await page.keyboard.type(text.slice(at, at + stroke));
    await take(at + stroke < text.length ? 220 : 800);
  }
}

async function drawBoth(alice: Page, bob: Page): Promise<Buffer> {
  const [left, right] = [await drawWindow(alice), await drawWindow(bob)];
  const page = { width: 2 * width + 3 * gap, height: height + head + gap };
  return sharp({ create: { ...page, channels: 3, background: '#dcdfe4' } })
    .composite([
      { input: writeHead('Alice, in her browser'), left: gap, top: 0 },
      { input: writeHead('Bob, in his'), left: width + 2 * gap, top: 0 },
      { input: left, left: gap, top: head },
      { input: right, left: width + 2 * gap, top: head },
    ])
    .png()
    .toBuffer();
}

/** The panel at the end of its window, where one writes. */
async function drawWindow(page: Page): Promise<Buffer> {
  await page
    .getByRole('region', { name: 'Aside', exact: true })
    .evaluate((panel) => panel.scrollIntoView({ block: 'end' }));
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

function writeHead(words: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${head}"><text x="2" y="23" font-family="sans-serif" font-size="15" font-weight="600" fill="#172b4d">${words}</text></svg>`,
  );
}
