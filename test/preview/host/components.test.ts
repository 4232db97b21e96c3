import { createElement } from 'react';
import type { BootPerson } from '../../../preview/wire/wire';
import { bundleRenderer, type Renderer, type SentNode } from './bundle-renderer';

const text = (words: string): SentNode => ({ type: 'String', props: { text: words } });
const node = (type: string, props: SentNode['props'] = {}, ...children: (SentNode | string)[]): SentNode => ({
  type,
  props,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const slot = (name: string, ...children: SentNode[]): SentNode => node('ContentWrapper', { name }, ...children);

const bob: BootPerson = {
  handle: 'bob',
  accountId: '557058:b',
  accountType: 'atlassian',
  displayName: 'Bob Brandt',
  active: true,
  isAdmin: false,
  canSignIn: true,
  avatarUrl: '/avatar/bob.svg',
};

describe('the components of UI Kit', () => {
  let renderer: Renderer;
  beforeAll(() => {
    // Atlaskit asks for feature gates that only Atlassian's own pages have, and says so once.
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    renderer = bundleRenderer();
  });
  afterAll(() => {
    renderer.remove();
    jest.restoreAllMocks();
  });
  const draw = (...nodes: SentNode[]): string => renderer.draw(nodes, [bob]);

  it('draws what a box is on a page of some width, over what it is on all', () => {
    const xcss = {
      display: 'none',
      color: 'color.text',
      '@media (min-width: 64rem)': { display: 'block', maxHeight: '75vh' },
    };
    const html = draw(node('Box', { xcss }, 'Words'));
    const [, name] = /class="forge-box (xcss-\w+)" style="display:none;color:var\(--ds-text[^"]*"/.exec(html) ?? [];
    expect(name).toBeDefined();
    const rule = `.${name}{display:block!important;max-height:75vh!important}`;
    expect(html).toContain(`<style>@media (min-width: 64rem){${rule}}</style>Words`);
  });

  it('says of a component that it does not have that it is not drawn', () => {
    expect(draw(node('BarChart'))).toContain('not drawn in the preview: BarChart');
  });

  it('selects: one or several, with the field under the id that its label names', () => {
    const options = [
      { label: 'One', value: '1' },
      { label: 'Two', value: '2' },
    ];
    const one = draw(
      node('Label', { labelFor: 'f' }, 'Which'),
      node('Select', { inputId: 'f', options, value: options[1] }),
    );
    expect(one).toMatch(/<label[^>]*for="f"/);
    expect(one).toMatch(/<input[^>]*id="f"/);
    expect(one).toContain('Two');
    const several = draw(node('Select', { inputId: 'f', isMulti: true, options, value: options }));
    expect(several).toContain('One');
    expect(several).toContain('Two');
    expect(draw(node('Select', { inputId: 'f', isLoading: true, options: [] }))).not.toBe(
      draw(node('Select', { inputId: 'f', options: [] })),
    );
    expect(draw(node('Select', { inputId: 'f', isDisabled: true, options }))).toMatch(/<input[^>]*disabled/);
    expect(draw(node('Select', { inputId: 'f', placeholder: 'Find people', options }))).toContain('Find people');
  });

  it('picks people by their name', () => {
    const html = draw(node('UserPicker', { label: 'Recipient', name: 'to', defaultValue: '557058:b' }));
    expect(html).toContain('aria-label="Recipient"');
    expect(html).toContain('Bob Brandt');
  });

  it('draws a table with its pages', () => {
    const row = (key: string) =>
      node('Row', { rowKey: key }, node('Cell', { cellKey: key }, node('Text', {}, `row ${key}`)));
    const head = slot('head', node('Cell', { cellKey: 'when', isSortable: true }, 'When'));
    const rows = slot('rows', row('a'), row('b'), row('c'));
    const html = draw(node('DynamicTable', { label: 'Deliveries', rowsPerPage: 2, defaultPage: 2 }, head, rows));
    expect(html).toContain('When');
    expect(html).toContain('row c');
    expect(html).not.toContain('row a');
    expect(html).toMatch(/<button aria-current="page" aria-label="Page 2"/);
  });

  it('says of an empty table what the view says, and of one that loads that it does', () => {
    const empty = createElement('Text', {}, 'Nothing was sent yet');
    expect(draw(node('DynamicTable', { emptyView: empty }, slot('head'), slot('rows')))).toContain(
      'Nothing was sent yet',
    );
    expect(draw(node('DynamicTable', { isLoading: true }, slot('head'), slot('rows')))).toMatch(/spinner|Loading/i);
  });

  it('draws tabs with the panel that is selected', () => {
    const html = draw(
      node(
        'Tabs',
        { id: 't', selected: 1 },
        node('TabList', {}, node('Tab', {}, 'First'), node('Tab', {}, 'Second')),
        node('TabPanel', {}, node('Text', {}, 'one')),
        node('TabPanel', {}, node('Text', {}, 'two')),
      ),
    );
    expect(html).toMatch(/aria-selected="true"[^>]*role="tab"[^>]*>(<[^>]*>)*Second/);
    expect(html).toContain('two');
  });

  it('draws switches and choices with their state and their label', () => {
    const toggle = draw(node('Label', { labelFor: 'm' }, 'Mail'), node('Toggle', { id: 'm', isChecked: true }));
    expect(toggle).toMatch(/<input[^>]*checked/);
    expect(toggle).toMatch(/<input[^>]*id="m"/);
    const checkbox = draw(node('Checkbox', { label: 'Public', value: 'p', isChecked: true }));
    expect(checkbox).toMatch(/<label[^>]*>.*Public/s);
    expect(checkbox).toMatch(/<input[^>]*checked/);
    const group = draw(
      node('CheckboxGroup', {
        name: 'c',
        value: ['b'],
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'b' },
        ],
      }),
    );
    expect(group.match(/type="checkbox"/g)).toHaveLength(2);
    expect(group.match(/checked=""/g)).toHaveLength(1);
    expect(draw(node('Radio', { label: 'Alone', value: 'x' }))).toMatch(/type="radio"/);
    const radios = draw(node('RadioGroup', { value: 'on', options: [{ name: 'r', label: 'On', value: 'on' }] }));
    expect(radios).toMatch(/<input[^>]*checked/);
  });

  it('marks a required field', () => {
    expect(draw(node('Label', { labelFor: 'x' }, 'Name', node('RequiredAsterisk')))).toMatch(/\*/);
  });

  it('draws tags and their group', () => {
    const group = draw(node('TagGroup', { alignment: 'end' }, node('Tag', { text: 'login' })));
    expect(group).toContain('tag-group-end');
    expect(group).toContain('login');
    expect(draw(node('Tag', { text: 'Bob', removeButtonLabel: 'Remove Bob' }))).toContain('Remove Bob');
    expect(draw(node('Tag', { text: 'x', href: 'javascript:alert(1)' }))).not.toContain('href');
  });

  it('draws code as code', () => {
    expect(draw(node('Code', {}, 'node bin/aside.cjs doctor'))).toContain(
      '<code class="inline-code">node bin/aside.cjs doctor</code>',
    );
    expect(draw(node('CodeBlock', { text: 'a\n<b>' }))).toContain('a\n&lt;b&gt;');
  });

  it('draws an inline edit in the view that holds', () => {
    const views = [
      slot('readView', node('Text', {}, 'Old name')),
      slot('editView', node('Textfield', { value: 'New name' })),
    ];
    const reading = draw(node('InlineEdit', { label: 'Name', isEditing: false }, ...views));
    expect(reading).toContain('aria-label="Edit Name"');
    expect(reading).toContain('Old name');
    expect(reading).not.toContain('New name');
    const editing = draw(
      node('InlineEdit', { label: 'Name', isEditing: true, confirmButtonLabel: 'Keep it' }, ...views),
    );
    expect(editing).toContain('New name');
    expect(editing).toContain('Keep it');
    expect(draw(node('InlineEdit', { isEditing: true, hideActionButtons: true }, ...views))).not.toContain('Confirm');
  });

  it('draws the trigger of a popup that is closed', () => {
    const html = draw(
      node(
        'Popup',
        { isOpen: false },
        slot('trigger', node('Button', {}, 'More')),
        slot('content', node('Text', {}, 'inside')),
      ),
    );
    expect(html).toContain('More');
    expect(html).not.toContain('inside');
  });

  it('draws icons with their name, and says which one it does not have', () => {
    expect(draw(node('Icon', { glyph: 'automation', label: 'Rule' }))).toContain('aria-label="Rule"');
    expect(draw(node('Icon', { glyph: 'basketball', label: '' }))).toContain(
      'not drawn in the preview: icon basketball',
    );
  });

  it('draws buttons in the appearances that UI Kit has and Atlaskit has no more', () => {
    const plain = draw(node('Button', { appearance: 'default' }, 'Go'));
    expect(draw(node('Button', { appearance: 'link' }, 'Go'))).toBe(plain);
    expect(draw(node('LoadingButton', { isLoading: true }, 'Save'))).not.toBe(draw(node('LoadingButton', {}, 'Save')));
    expect(draw(node('Button', { isDisabled: true }, 'Go'))).toContain('disabled');
  });

  it('links by button and by text to safe addresses only', () => {
    expect(draw(node('LinkButton', { href: '/browse/WEB-1' }, 'Open'))).toContain('href="/browse/WEB-1"');
    expect(draw(node('LinkButton', { href: 'javascript:alert(1)' }, 'Open'))).not.toContain('javascript');
    expect(draw(node('Link', { href: 'https://a.example', openNewTab: true }, 'Out'))).toMatch(
      /target="_blank" rel="noopener/,
    );
    expect(draw(node('Link', { href: '/browse/WEB-1' }, 'In'))).toBe('<a href="/browse/WEB-1">In</a>');
    expect(draw(node('Link', { href: 'javascript:alert(1)' }, 'Bad'))).toBe('Bad');
  });

  it('draws people by the name that Jira knows', () => {
    const html = draw(
      node('UserGroup', {}, node('User', { accountId: '557058:b' }), node('User', { accountId: 'gone' })),
    );
    expect(html).toContain('Bob Brandt');
    expect(html).toContain('Former user');
    const face = draw(node('User', { accountId: '557058:b', hideDisplayName: true }));
    expect(face).not.toContain('<span>Bob Brandt</span>');
  });

  it('draws progress with its value and its steps', () => {
    expect(draw(node('ProgressBar', { value: 0.5, ariaLabel: 'Sent' }))).toMatch(/role="progressbar"/);
    const items = [
      { id: 'a', label: 'Address', percentageComplete: 100, status: 'visited' },
      { id: 'b', label: 'Test', percentageComplete: 0, status: 'current' },
    ];
    const html = draw(node('ProgressTracker', { label: 'Set-up', items }));
    expect(html).toMatch(/<ol[^>]*aria-label="Set-up"/);
    expect(html).toMatch(/aria-current="step">Test/);
  });

  it('draws an empty state with its actions, which come as elements', () => {
    const html = draw(
      node('EmptyState', {
        header: 'No conversations yet',
        headingLevel: 2,
        description: 'Open an issue.',
        primaryAction: createElement('Button', { appearance: 'primary' }, 'New group'),
      }),
    );
    expect(html).toMatch(/<h2[^>]*>No conversations yet/);
    expect(html).toMatch(/<button[^>]*>.*New group/s);
  });

  it('caps a badge at its largest number', () => {
    expect(draw(node('Badge', { max: 99 }, '120'))).toContain('99+');
    expect(draw(node('Badge', {}, '7'))).toContain('>7<');
    expect(draw(node('Lozenge', { appearance: 'success' }, 'sent'))).toContain('sent');
  });

  it('draws what a tooltip stands over, lists, and pressable areas', () => {
    expect(draw(node('Tooltip', { content: 'Edited' }, node('Text', {}, 'edited')))).toContain('edited');
    expect(draw(node('List', { type: 'ordered' }, node('ListItem', {}, 'one')))).toMatch(/<ol><li>one<\/li><\/ol>/);
    const area = draw(node('Pressable', { isDisabled: true, padding: 'space.100' }, 'Bob'));
    expect(area).toMatch(/<button type="button"[^>]*disabled/);
    expect(area).toContain('--ds-space-100');
  });

  it('draws forms with their sections and messages', () => {
    const html = draw(
      node(
        'Form',
        {},
        node('FormHeader', { title: 'New group' }),
        node('FormSection', {}, node('ErrorMessage', {}, 'Too long')),
        node('FormFooter', {}, node('Button', { type: 'submit' }, 'Make')),
      ),
    );
    expect(html).toContain('<form');
    expect(html).toContain('New group');
    expect(html).toContain('Too long');
  });

  it('draws nothing of a dialog where there is no page', () => {
    expect(() =>
      draw(node('ModalTransition', {}, node('Modal', {}, node('ModalHeader', {}, node('ModalTitle', {}, 'Delete?'))))),
    ).not.toThrow();
  });
});
