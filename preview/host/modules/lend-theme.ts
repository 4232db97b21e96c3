import type { FrameWindow } from '../bridge/view-bridge';

const attributes = ['data-theme', 'data-color-mode'];

/**
 * What `view.theme.enable()` does for a page of the app's own: the page's tokens and colour mode hold in it too, and
 * follow. The sheets are adopted ones, since a style element would be refused by the policy of such a page.
 * @returns how to end it.
 */
export function lendTheme(page: FrameWindow): () => void {
  const source = document.documentElement;
  const lend = (): void => {
    const root = page.document.documentElement;
    for (const name of attributes) {
      const value = source.getAttribute(name);
      if (value !== null) root.setAttribute(name, value);
    }
    page.document.adoptedStyleSheets = [...document.querySelectorAll('style[data-theme]')].map((style) => {
      const sheet = new page.CSSStyleSheet();
      sheet.replaceSync(style.textContent ?? '');
      return sheet;
    });
  };
  const watch = new MutationObserver(lend);
  watch.observe(source, { attributes: true, attributeFilter: attributes });
  watch.observe(document.head, { childList: true });
  lend();
  return () => watch.disconnect();
}
