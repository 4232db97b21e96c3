import type { EditorView } from 'prosemirror-view';

/** Whether a paste or a drop is, or brings along, a picture. Some browsers give a copied one as a file beside its HTML. */
export function bringsPicture(data: DataTransfer | null): boolean {
  if (data === null) return false;
  const files = [...data.files].some(({ type }) => type.startsWith('image/'));
  return files || /<(?:img|picture|svg)[\s>]/i.test(data.getData('text/html'));
}

/** Whether nothing but files is in it: there is nothing for the editor to read. */
export function isFileAlone(data: DataTransfer | null): boolean {
  return (
    data !== null && data.files.length > 0 && data.getData('text/html') === '' && data.getData('text/plain') === ''
  );
}

const bold = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const notBold = /font-weight\s*:\s*(?:normal|[1-5]00)/i;
const italic = /font-style\s*:\s*italic/i;
const struck = /text-decoration[^;]*line-through/i;

/**
 * Formatting that other programs write as styles, as elements. A page with Forge's content security policy has no inline
 * styles: what stands in the attribute is read as text, and all styles go.
 */
export function cleanPastedHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll(
    'img, picture, svg, video, audio, iframe, object, script, style, meta',
  )) {
    element.remove();
  }
  for (const element of parsed.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? '';
    element.removeAttribute('style');
    // A document of Google's stands in a <b> that is not bold.
    if (element.tagName === 'B' && notBold.test(style)) element.replaceWith(...element.childNodes);
    else wrapInside(element, [bold.test(style) && 'strong', italic.test(style) && 'em', struck.test(style) && 's']);
  }
  return parsed.body.innerHTML;
}

function wrapInside(element: Element, names: readonly (string | false)[]): void {
  if (!/^(?:SPAN|A|FONT)$/.test(element.tagName)) return;
  for (const name of names) {
    if (name === false) continue;
    const wrapper = element.ownerDocument.createElement(name);
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  }
}

/** Words alone from the clipboard where code is written, as every editor of code takes them. */
export function pasteIntoCode(view: EditorView, data: DataTransfer | null): boolean {
  if (!view.state.selection.$from.parent.type.spec.code) return false;
  const text = data?.getData('text/plain') ?? '';
  if (text === '') return false;
  view.dispatch(view.state.tr.insertText(text.replace(/\r\n?/g, '\n')).scrollIntoView());
  return true;
}
