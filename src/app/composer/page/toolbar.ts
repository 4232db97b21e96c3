import type { FrameTexts } from '../../definitions/composer';
import type { Page } from './build-page';
import type { Tool } from './tools';

interface ToolbarActions {
  readonly use: (tool: Tool) => void;
  readonly isOn: (tool: Tool) => boolean;
}

/** The pattern of a toolbar (w3.org/WAI/ARIA/apg/patterns/toolbar): one stop of the Tab key, arrows within. */
export function runToolbar({ toolbar, tools }: Page, { use, isOn }: ToolbarActions) {
  const buttons = [...tools.values()];
  let current = 0;
  const stopAt = (index: number): void => {
    current = (index + buttons.length) % buttons.length;
    for (const [at, button] of buttons.entries()) button.tabIndex = at === current ? 0 : -1;
  };
  stopAt(0);
  for (const [tool, button] of tools) {
    // The selection stays in the editor while the mouse is used.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => use(tool));
    button.addEventListener('focus', () => stopAt(buttons.indexOf(button)));
  }
  toolbar.addEventListener('keydown', (event) => {
    const isRtl = getComputedStyle(toolbar).direction === 'rtl';
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const next = step === undefined ? { Home: 0, End: -1 }[event.key] : current + step;
    if (next === undefined) return;
    event.preventDefault();
    stopAt(next);
    buttons[current]?.focus();
  });
  return {
    name(texts: FrameTexts): void {
      toolbar.setAttribute('aria-label', texts.toolbar);
      for (const [tool, button] of tools) {
        button.setAttribute('aria-label', texts[tool]);
        button.title = texts[tool] + keysOf(tool);
      }
    },
    /** Says which hold where the selection stands. */
    renew(): void {
      for (const [tool, button] of tools) {
        if (tool !== 'mention') button.setAttribute('aria-pressed', String(isOn(tool)));
      }
    },
  };
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const letters: Partial<Record<Tool, string>> = {
  bold: 'B',
  italic: 'I',
  code: 'E',
  strike: 'Shift+X',
  numbers: 'Shift+7',
  bullets: 'Shift+8',
  quote: 'Shift+9',
  link: 'K',
};

function keysOf(tool: Tool): string {
  const letter = letters[tool];
  if (letter === undefined) return '';
  return isMac ? ` (⌘${letter.replace('Shift+', '⇧')})` : ` (Ctrl+${letter})`;
}
