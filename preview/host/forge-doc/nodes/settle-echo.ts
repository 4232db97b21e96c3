/**
 * Tells what a view's new value of a field is: the late answer to something typed, or a change of the view's own.
 * @param awaited what was typed and told to the view, in order, and not answered yet.
 * @returns what is still awaited; null when the value is the view's own and has to be shown.
 */
export function settleEcho(awaited: readonly string[], incoming: string): readonly string[] | null {
  const echo = awaited.indexOf(incoming);
  // Several key presses may get one answer: what lies before it will not be answered any more.
  return echo === -1 ? null : awaited.slice(echo + 1);
}
