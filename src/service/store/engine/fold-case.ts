/**
 * Text in which case makes no difference: full case folding of Unicode, https://www.unicode.org/reports/tr44/#CaseFolding.txt,
 * as JavaScript's own tables give it and whatever the locale of process or database: `ẞ`, `ß` and `SS` are all `ss`, `Σ`
 * and `ς` are `σ`. Beyond it, the four letters i (`İ i I ı`) are one, since what somebody types says nothing of their
 * language. In NFC, and what is folded stays as it is.
 */
export function foldCase(text: string): string {
  return [...text.normalize('NFD')].map(foldLetter).join('').replace(dotAboveI, '$1').normalize('NFC');
}

/** What `İ` leaves behind when it becomes small; marks of below stand before it. */
const dotAboveI = /(i\p{M}*?)\u0307/gu;

/** Small first, since `ẞ` has no other large form; letter by letter, since a word's last `Σ` would become `ς`. */
function foldLetter(letter: string): string {
  const large = [...letter.toLowerCase()].map((one) => one.toUpperCase()).join('');
  return [...large].map((one) => one.toLowerCase()).join('');
}
