import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Boot } from '../../preview/wire/wire';
import { openBrowser } from '../../test/e2e/open-browser';
import { type RunningPreview, startPreviewProgram } from '../../test/e2e/running-preview';

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  /** 900 where nothing is said. */
  readonly height?: number;
}

/** A preview whose time stands where it is put, so that the same pictures come of it on any day. */
export interface Stage {
  visit(person: string, path: string, look: Look): Promise<Page>;
  /** Moves the time on, here and in every page, by so many minutes. */
  pass(minutes: number): Promise<void>;
  readonly boot: Boot;
  close(): Promise<void>;
}

/** A Monday morning. */
const beginning = Date.UTC(2026, 2, 2, 9, 0, 10);
const shiftedClock = join(process.cwd(), 'test/shared/time/shifted-clock.cjs');

/** @param demo `full` is a site on which people have written for a week, `bare` one on which nobody has. */
export async function openStage(demo: 'full' | 'bare'): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'aside-pictures-'));
  const clock = join(folder, 'clock-shift');
  let at = beginning;
  const setServer = (): void => writeFileSync(clock, String(at - Date.now()));
  setServer();
  const environment = { CLOCK_SHIFT_FILE: clock, NODE_OPTIONS: `--require ${shiftedClock}`, TZ: 'UTC' };
  const [preview, browser] = await Promise.all([
    startPreviewProgram(join(folder, 'data'), { ...environment, PREVIEW_DEMO: demo }),
    openBrowser(),
  ]);
  const pages = new Set<Page>();
  return {
    boot: (await (await fetch(`${preview.url}/preview/boot`)).json()) as Boot,
    visit: async (person, path, look) => {
      const page = await openPage(browser, look, at);
      pages.add(page);
      page.once('close', () => pages.delete(page));
      await page.goto(`${preview.url}${path}?as=${person}`);
      return page;
    },
    pass: async (minutes) => {
      at += minutes * 60_000;
      setServer();
      await Promise.all([...pages].map((page) => page.clock.setFixedTime(at)));
    },
    close: () => end(preview, browser, folder),
  };
}

async function openPage(browser: Browser, { colorScheme, width, height = 900 }: Look, at: number): Promise<Page> {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(at);
  return page;
}

async function end(preview: RunningPreview, browser: Browser, folder: string): Promise<void> {
  await browser.close();
  await preview.end('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}
