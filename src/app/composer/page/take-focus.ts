/** A menu that goes gives the focus back within so long, on a busy machine, too. */
const givenBackWithinMs = 500;

/** The menu in which it was chosen gives the focus back once it is gone, which may be after this: it is taken again, once. */
export function takeFocus(focus: () => void): void {
  const hadFocus = document.hasFocus();
  focus();
  // Without a menu nothing gives it back: whoever turns elsewhere now is let go there.
  if (hadFocus) return;
  const over = new AbortController();
  const { signal } = over;
  setTimeout(() => over.abort(), givenBackWithinMs);
  // Who goes on from here by the keyboard goes where they want to.
  document.addEventListener('keydown', () => over.abort(), { signal });
  const again = (): void => {
    over.abort();
    setTimeout(focus);
  };
  window.addEventListener('blur', again, { signal });
}
