/** A sentence for whoever is at the terminal, on standard error: standard output holds what was asked for. */
export function tellAside(sentence: string): void {
  process.stderr.write(`aside: ${sentence}\n`);
}
