/** U+2068, first strong isolate, and U+2069, which ends an isolate. Unicode, UAX #9. */
const isolate = '\u2068';
const end = '\u2069';
const opensIsolate = /[\u2066-\u2068]/;
/** Letters that are written from right to left, by their blocks, and marks that change the direction. */
const turnsDirection =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The words of someone else as one line: what would break it, or is no character to see, becomes a blank. */
export function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** The same without the marks that turn the direction of what stands beside them, which come along with what is pasted. */
export function toPlainLine(text: string): string {
  return toOneLine(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
}

/**
 * What someone else called a person, a group or a rule, as it may stand within a sentence of ours: on one line, and with
 * marks of direction that end where it ends, so that it neither turns the words around it nor hides any of them. What
 * reads from left to right is as it was; done twice it is as done once.
 */
export function isolateText(text: string): string {
  const line = toOneLine(text);
  if (!turnsDirection.test(line)) return line;
  const balanced = closeIsolates(line);
  return isWhole(balanced) ? balanced : `${isolate}${balanced}${end}`;
}

/** Ends what is open, and leaves out the ends of what was never begun. Older marks end with the isolate around them. */
function closeIsolates(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === end && depth === 0) continue;
    if (character === end) depth -= 1;
    if (opensIsolate.test(character)) depth += 1;
    kept += character;
  }
  return kept + end.repeat(depth);
}

/** Whether one isolate holds all of a text whose isolates are closed. */
function isWhole(text: string): boolean {
  if (!text.startsWith(isolate)) return false;
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (opensIsolate.test(character)) depth += 1;
    if (character === end) depth -= 1;
    if (depth === 0) return at === [...text].length - 1;
  }
  return false;
}
