import type { EditorView } from 'prosemirror-view';
import type { FrameTexts } from '../../definitions/composer';
import { addressAt, normaliseAddress, removeLink, setLink } from '../editor/links';
import type { Page } from './build-page';

/** A line for an address above the words. */
export function runLinkRow(page: Page, view: () => EditorView, say: (problem: string | null) => void) {
  const { linkRow, address } = page;
  let wrong = '';
  const close = (): void => {
    linkRow.hidden = true;
    say(null);
    view().focus();
  };
  linkRow.addEventListener('submit', (event) => {
    event.preventDefault();
    const href = normaliseAddress(address.value);
    address.setAttribute('aria-invalid', String(href === null));
    if (href === null) return say(wrong);
    view().dispatch(setLink(view().state, href));
    close();
  });
  page.removeLink.addEventListener('click', () => {
    view().dispatch(removeLink(view().state));
    close();
  });
  linkRow.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  return {
    name(texts: FrameTexts): void {
      wrong = texts.linkWrong;
      address.setAttribute('aria-label', texts.linkAddress);
      address.placeholder = 'https://';
      page.setLink.textContent = texts.linkSet;
      page.removeLink.textContent = texts.linkRemove;
    },
    open(): void {
      const known = addressAt(view().state);
      address.value = known ?? '';
      address.removeAttribute('aria-invalid');
      page.removeLink.hidden = known === null;
      linkRow.hidden = false;
      address.focus();
      address.select();
    },
    hide(): void {
      linkRow.hidden = true;
    },
  };
}
