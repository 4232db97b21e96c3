/** What takes room at most: blanks, controls, what Unicode says to ignore, and letters and signs that are drawn empty. */
const unseen =
  /[\s\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}\u{13441}\u{13442}\u{16fe4}]/gu;

/** What of a text can be seen. */
export function visiblePart(text: string): string {
  return text.replace(unseen, '');
}

export function isVisible(text: string): boolean {
  return visiblePart(text) !== '';
}
