import { icons } from './icons';
import { type Tool, toolGroups } from './tools';

/** The parts of the page that change. */
export interface Page {
  readonly root: HTMLElement;
  readonly label: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly tools: ReadonlyMap<Tool, HTMLButtonElement>;
  readonly linkRow: HTMLFormElement;
  readonly address: HTMLInputElement;
  readonly setLink: HTMLButtonElement;
  readonly removeLink: HTMLButtonElement;
  readonly field: HTMLElement;
  readonly people: HTMLElement;
  readonly count: HTMLElement;
  readonly problem: HTMLElement;
  readonly status: HTMLElement;
  readonly send: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
  readonly hint: HTMLElement;
}

export function buildPage(body: HTMLElement): Page {
  const label = make('div', { id: 'label', className: 'label' });
  const toolbar = make('div', { className: 'toolbar' });
  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-controls', 'field');
  const tools = new Map<Tool, HTMLButtonElement>();
  for (const group of toolGroups) {
    const box = make('div', { className: 'group' });
    for (const tool of group) {
      const button = make('button', { type: 'button', className: 'tool', tabIndex: -1 });
      button.append(drawIcon(icons[tool]));
      tools.set(tool, button);
      box.append(button);
    }
    toolbar.append(box);
  }
  const address = make('input', { type: 'text', id: 'address', autocomplete: 'off', inputMode: 'url' });
  const setLink = make('button', { type: 'submit', className: 'plain' });
  const removeLink = make('button', { type: 'button', className: 'plain' });
  const linkRow = make('form', { className: 'link-row', hidden: true, noValidate: true });
  linkRow.append(address, setLink, removeLink);
  const field = make('div', { id: 'field', className: 'field' });
  const people = make('ul', { id: 'people', className: 'people', hidden: true });
  people.setAttribute('role', 'listbox');
  const count = make('p', { id: 'count', className: 'count', hidden: true });
  const problem = make('p', { id: 'problem', className: 'problem', hidden: true });
  problem.setAttribute('role', 'alert');
  const status = make('p', { className: 'status' });
  status.setAttribute('role', 'status');
  const send = make('button', { type: 'button', className: 'send' });
  const cancel = make('button', { type: 'button', className: 'plain', hidden: true });
  const frame = make('div', { className: 'frame' });
  frame.append(toolbar, linkRow, field);
  const buttons = make('div', { className: 'buttons' });
  const hint = make('span', { id: 'hint', className: 'hint' });
  buttons.append(send, cancel, hint);
  const root = make('main', { className: 'composer', hidden: true });
  root.append(label, frame, people, count, problem, status, buttons);
  body.append(root);
  return {
    ...{ root, label, toolbar, tools, linkRow, address, setLink, removeLink, field },
    ...{ people, count, problem, status, send, cancel, hint },
  };
}

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  members: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), members);
}

const svg = 'http://www.w3.org/2000/svg';

function drawIcon(path: string): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('focusable', 'false');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  return icon;
}
