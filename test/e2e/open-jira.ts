import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { JiraMail } from '../../platform/wire/wire';
import { type Boot, personHeader } from '../../preview/wire/wire';
import { openBrowser } from './open-browser';
import { openPage } from './open-page';
import { startPreviewProgram } from './running-preview';

/** A preview of its own with a browser before it. */
export interface Jira {
  readonly paths: { readonly inbox: string; readonly settings: string; readonly preferences: string };
  /** What went wrong in a page without anybody having asked. */
  readonly faults: readonly string[];
  /** A tab of one person (`alice`). Everyone has a browser of their own. */
  visit(person: string, path: string): Promise<Page>;
  /** What lies in somebody's tray, the newest first, without their looking at Jira. */
  readMails(person: string): Promise<readonly JiraMail[]>;
  /** Lets so many minutes pass by the preview's clock; waits that have begun are as long as they were. */
  passMinutes(minutes: number): void;
  close(): Promise<void>;
}

/** @param settings of the preview, beside those of every test. */
export async function openJira(settings: NodeJS.ProcessEnv = {}): Promise<Jira> {
  const folder = mkdtempSync(join(tmpdir(), 'aside-e2e-'));
  const clock = join(folder, 'clock-shift');
  writeFileSync(clock, '0');
  const starting = withEnvironment(
    { CLOCK_SHIFT_FILE: clock, NODE_OPTIONS: `--require ${join(__dirname, '../shared/time/shifted-clock.cjs')}` },
    () => startPreviewProgram(join(folder, 'data'), settings),
  );
  const [preview, browser] = await Promise.all([starting, openBrowser()]);
  const ask = async (path: string, person: string): Promise<unknown> =>
    (await fetch(preview.url + path, { headers: { [personHeader]: person } })).json();
  const { appPath } = (await ask('/preview/boot', 'alice')) as Boot;
  const ids = appPath.replace('/jira/apps/', '');
  const faults: string[] = [];
  let shift = 0;
  return {
    paths: {
      inbox: appPath,
      settings: `/jira/settings/apps/configure/${ids}`,
      preferences: `/jira/settings/personal/apps/${ids}`,
    },
    faults,
    async visit(person, path) {
      const page = await openPage(browser, faults);
      const address = new URL(path, preview.url);
      address.searchParams.set('as', person);
      await page.goto(address.href);
      // Who it is stands in the address until the page has kept it: whoever goes on before that is somebody else.
      await page.waitForURL((url) => !url.searchParams.has('as'));
      return page;
    },
    readMails: async (person) => (await ask('/preview/mails', person)) as readonly JiraMail[],
    passMinutes(minutes) {
      shift += minutes * 60_000;
      writeFileSync(clock, String(shift));
    },
    async close() {
      await browser.close();
      await preview.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment of this process while `act` begins; what it starts keeps it. */
function withEnvironment<T>(variables: Readonly<Record<string, string>>, act: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return act();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
