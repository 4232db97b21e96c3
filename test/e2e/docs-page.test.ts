import type { Browser } from 'playwright-core';
import { runService, site, type TestService } from '../shared/service/running-service';
import { findBarriers } from './find-barriers';
import { openBrowser } from './open-browser';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  service = await runService();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

test.each(['light', 'dark'] as const)('the page at /docs shows the API and tries it (%s)', async (colorScheme) => {
  const { id, secret } = await service.addClient();
  const page = await browser.newPage({ colorScheme });
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url)) elsewhere.push(request.url());
  });

  await page.goto(`${service.url}/docs`);
  await page.getByLabel('Client id').fill(id);
  await page.getByLabel('Client secret').fill(secret);
  await page.getByRole('button', { name: 'Get a token' }).click();
  await page.getByText(/A token for 60 minutes/).waitFor();

  await page.getByRole('link', { name: 'Send message to a user' }).click();
  await page.getByRole('heading', { name: 'Send message to a user' }).waitFor();
  await page.getByLabel('cloudId').fill(site);
  await page.getByLabel('userId').fill('557058:bob');
  // What stands there to begin with is a body that holds.
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/^201 in \d+ ms$/).waitFor();
  await page.getByLabel('Type of the body').selectOption('text/markdown');
  await page.getByLabel('Body', { exact: true }).fill('<img src=x onerror=alert(1)> **from the page**');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/^201 in \d+ ms$/).waitFor();

  await page.getByRole('link', { name: 'Read the messages of a direct conversation' }).click();
  await page.getByRole('heading', { name: 'Read the messages of a direct conversation' }).waitFor();
  // What was filled in for the other one is still there.
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/^200 in \d+ ms$/).waitFor();
  expect(await page.getByRole('main').textContent()).toContain('from the page');

  expect([complaints, elsewhere]).toEqual([[], []]);
  await page.close();
});

test('on a narrow screen nothing is wider than it, and a service that is away is told of', async () => {
  const page = await browser.newPage({ viewport: { width: 420, height: 900 } });
  await page.goto(`${service.url}/docs`);
  for (const name of ['Get a list of conversations', 'Send message to a user']) {
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(420);
  }
  await page.route('**/oauth/token', (route) => route.abort());
  await page.getByRole('button', { name: 'Get a token' }).click();
  await page.getByText('No answer: the service cannot be reached').waitFor();
  await page.close();
});

test('axe finds nothing on any operation, nor on an answer, light and dark', async () => {
  const page = await browser.newPage();
  await page.goto(`${service.url}/docs`);
  const navigation = page.getByRole('navigation', { name: 'Operations' });
  const links = navigation.getByRole('link');
  await links.first().waitFor();
  const found: string[] = [];
  for (const link of await links.all()) {
    await link.press('Enter');
    // The operation before stands there until the address has changed.
    await navigation.locator('[aria-current="true"]').and(link).waitFor();
    await page.getByRole('button', { name: 'Send' }).press('Enter');
    await page.getByText(/^4\d\d in \d+ ms$/).waitFor();
    await page.getByText('Headers', { exact: true }).press('Enter');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await findBarriers(page)).map((barrier) => `${colorScheme}: ${barrier}`));
    }
  }
  expect(found).toEqual([]);
  await page.close();
}, 300_000);
