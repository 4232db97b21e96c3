import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { untilCount, untilFocused, untilWords } from './eventually';
import { findComposer, findField } from './find-composer';
import { storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('the composer', () => {
  let jira: Jira;
  let alice: Page;
  let field: Locator;

  const composer = () => findComposer(alice);
  const button = (name: string) => composer().getByRole('button', { name, exact: true });
  /** What a message holds, as it was drawn by the view. */
  const sent = (text: string) => alice.getByRole('paragraph').filter({ hasText: text }).last();
  const empty = async () => {
    await field.click();
    await alice.keyboard.press('Control+a');
    await alice.keyboard.press('Backspace');
    // Out of a list, a quotation or code.
    for (let times = 0; times < 4; times += 1) await alice.keyboard.press('Backspace');
  };
  const html = async (typed: string) => {
    await empty();
    await alice.keyboard.type(typed);
    return field.evaluate((element) => element.innerHTML.replace(/ (?:class|spellcheck|data-[\w-]+)="[^"]*"/g, ''));
  };
  const paste = (data: Readonly<Record<string, string>>, picture = false) =>
    field.evaluate(
      (element, [given, withPicture]) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
        if (withPicture) clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [data, picture] as const,
    );

  beforeAll(async () => {
    jira = await openJira();
    alice = await jira.visit('alice', '/browse/WEB-1');
    // Before any script of a page, since the page's policy takes none later.
    await alice.addInitScript({ content: axe });
    await alice.reload();
    field = findField(alice, 'Bob Brandt');
    await field.waitFor();
  });
  afterAll(() => jira?.close());

  it('takes the place of the plain field, and is the only one', async () => {
    await untilCount(alice.getByLabel('Message to Bob Brandt'), 0);
    const frame = alice.locator('iframe[title="composer"]');
    expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin allow-forms allow-modals allow-scripts');
  });

  it('reads Markdown while one types', async () => {
    expect(await html('a **b** *c* `d` ~~e~~ f')).toContain(
      'a <strong>b</strong> <em>c</em> <span>d</span> <s>e</s> f',
    );
    expect(await html('- one')).toContain('<ul><li><p>one</p></li></ul>');
    expect(await html('3. one')).toMatch(/<ol[^>]*><li><p>one<\/p><\/li><\/ol>/);
    expect(await html('> said')).toContain('<blockquote><p>said</p></blockquote>');
    expect(await html('## Head')).toMatch(/<h2[^>]*>Head<\/h2>/);
    expect(await html('[words](example.com) on')).toContain('<a href="https://example.com">words</a> on');
    expect(await html('see https://example.com/a. there')).toContain(
      '<a href="https://example.com/a">https://example.com/a</a>. there',
    );
    expect(await html('[bad](javascript:alert(1))')).not.toContain('<a');
    expect(await html('snake_case_word 2*3*4')).toContain('snake_case_word 2*3*4');
    expect(await html('``` x = 1')).toContain('<code>x = 1</code>');
  });

  it('sends by Ctrl+Enter and by Cmd+Enter, once, is empty then and keeps the focus', async () => {
    for (const key of ['Control+Enter', 'Meta+Enter']) {
      await empty();
      await alice.keyboard.type(`By **${key}**`);
      await alice.keyboard.press(key);
      await alice.keyboard.press(key);
      await sent(`By ${key}`).waitFor();
      await alice.keyboard.type('on');
      await untilWords(field, 'on');
      await storedMessage(alice, `By ${key}`).waitFor();
      expect(await alice.getByText(`By ${key}`).count()).toBe(1);
    }
  });

  it('a double click on Send sends once', async () => {
    await empty();
    await alice.keyboard.type('Twice pressed');
    await button('Send').dblclick();
    await storedMessage(alice, 'Twice pressed').waitFor();
    expect(await alice.getByText('Twice pressed').count()).toBe(1);
    await alice.keyboard.type('here');
    await untilWords(field, 'here');
  });

  it('Up in the empty field edits the last message, Escape leaves it, and what was begun stands there again', async () => {
    await empty();
    await alice.keyboard.press('ArrowUp');
    const edit = composer().getByRole('textbox', { name: 'Edit your message' });
    await edit.waitFor();
    await untilWords(edit, 'Twice pressed');
    await alice.keyboard.press('Escape');
    await untilFocused(field);
    await alice.keyboard.press('ArrowUp');
    await untilWords(edit, 'Twice pressed');
    await edit.press('Control+a');
    await alice.keyboard.type('Once, *edited*');
    await button('Save').click();
    await field.waitFor();
    await storedMessage(alice, 'Once, edited').waitFor();
    await untilCount(alice.getByText('Twice pressed'), 0);
    await untilFocused(field);
    await alice.keyboard.type('focus');
    await untilWords(field, 'focus');
  });

  it('an @ offers people and puts a mention, by the keyboard', async () => {
    await empty();
    await alice.keyboard.type('Ask @carl');
    const people = composer().getByRole('listbox', { name: 'People' });
    await people.getByRole('option', { name: 'Carla Conti' }).waitFor();
    await composer().locator('[aria-activedescendant="person-0"]').and(field).waitFor();
    await alice.keyboard.press('Enter');
    await people.waitFor({ state: 'hidden' });
    await alice.keyboard.type('today');
    await untilWords(field, 'Ask @Carla Conti today');
    await alice.keyboard.press('Control+Enter');
    await alice.getByText('@Carla Conti').last().waitFor();
  });

  it('keeps the formatting of what is pasted, leaves out what cannot be sent, and says so of a picture', async () => {
    await empty();
    await paste({
      'text/html':
        '<b style="font-weight:normal"><p>From <span style="font-weight:700">Docs</span></p></b><ul><li>one</li></ul><img src="https://example.com/x.png"><a href="javascript:alert(1)">no</a>',
      'text/plain': 'From Docs',
    });
    const shown = await field.innerHTML();
    expect(shown).toMatch(/From <strong>Docs<\/strong>/);
    expect(shown).toMatch(/<li><p>one<\/p><\/li>/);
    expect(shown).not.toMatch(/<img|javascript/);
    await composer().getByRole('alert').filter({ hasText: 'Pictures cannot be sent here.' }).waitFor();
    await empty();
    await paste({}, true);
    await composer().getByRole('alert').filter({ hasText: 'Pictures cannot be sent here.' }).waitFor();
    expect(await field.innerText()).toMatch(/^\s*$/);
  });

  it('runs each paragraph in the direction of its own letters', async () => {
    await empty();
    await alice.keyboard.insertText('שלום עולם');
    await alice.keyboard.press('Enter');
    await alice.keyboard.insertText('and English');
    const sides = await field.evaluate((element) =>
      [...element.children].map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        const [line, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        return line.left - box.left < box.right - line.right ? 'left' : 'right';
      }),
    );
    expect(sides).toEqual(['right', 'left']);
  });

  it('counts from four fifths of the limit on, and sends nothing over it', async () => {
    await empty();
    await alice.keyboard.insertText('x'.repeat(7_999));
    expect(await composer().locator('#count').isVisible()).toBe(false);
    await alice.keyboard.insertText('x');
    await composer().locator('#count').getByText('2,000 characters left', { exact: true }).waitFor();
    await alice.keyboard.insertText('x'.repeat(2_003));
    await composer()
      .locator('#count')
      .getByText(/^3 characters too many/)
      .waitFor();
    await composer().locator('[aria-disabled="true"]').and(button('Send')).waitFor();
    await alice.keyboard.press('Control+Enter');
    expect((await field.innerText()).length).toBe(10_003);
    await empty();
  });

  it.each(['light', 'dark'] as const)('has no finding of axe in the %s theme', async (colorScheme) => {
    await alice.emulateMedia({ colorScheme });
    await empty();
    await alice.keyboard.type('Ask @ca');
    await composer().getByRole('option', { name: 'Carla Conti' }).waitFor();
    const frame = alice.frames().find((it) => it.url().includes('/composer/'));
    const findings = await frame?.evaluate(async () => {
      // A part of a page: a heading of its own is the page's.
      const { axe: found } = globalThis as unknown as {
        axe: { run: (part: Element) => Promise<{ violations: readonly Finding[] }> };
      };
      const { violations } = await found.run(document.body);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });
    expect(findings).toEqual([]);
    await alice.keyboard.press('Escape');
    await empty();
  });

  it('has the words of the plain field when it comes, and the focus, and gives them where it never does', async () => {
    const bob = await jira.visit('bob', '/');
    let letThrough: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await bob.route('**/composer.js', async (route) => {
      await held;
      await route.continue();
    });
    await bob.goto(new URL('/browse/WEB-1?as=bob', bob.url()).href);
    const plain = bob.getByLabel('Message to Alice Archer');
    await plain.fill('Begun **before**');
    letThrough?.();
    const late = findField(bob, 'Alice Archer');
    await late.waitFor();
    await untilWords(late, 'Begun before');
    await untilFocused(late);
    await bob.keyboard.type(' it came');
    await late.filter({ hasText: 'it came' }).waitFor();

    await bob.unroute('**/composer.js');
    await bob.route('**/composer.js', (route) => route.abort());
    await bob.reload();
    await bob.getByLabel('Message to Alice Archer').fill('Without a frame');
    await bob.getByRole('button', { name: 'Send', exact: true }).click();
    await storedMessage(bob, 'Without a frame').waitFor();
    expect(await findComposer(bob).getByRole('textbox').count()).toBe(0);
  });

  it('no page has failed', () => {
    expect(jira.faults).toEqual([]);
  });
});
