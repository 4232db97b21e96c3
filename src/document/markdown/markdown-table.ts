import type { StateBlock } from 'markdown-it';
import type { Budget } from './budget';

/** The JSON of an empty cell, in bytes. */
const bytesOfCell = 66;

/**
 * A table as GitHub writes it, for the parser. A row that is longer than its header widens the table: no cell is lost.
 * Cells are counted before they are made, as few short lines could ask for millions of them.
 */
export function readTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 1 >= endLine || !isInside(state, startLine) || !isInside(state, startLine + 1)) return false;
  const ruler = lineAt(state, startLine + 1);
  if (!/^[|:-][|:\s-]+$/.test(ruler) || /^-\s/.test(ruler)) return false;
  const header = lineAt(state, startLine);
  if (!header.includes('|')) return false;
  const columns = splitRow(ruler);
  const head = splitRow(header);
  if (head.length === 0 || head.length !== columns.length || !columns.every(isRule)) return false;
  if (silent) return true;
  const rows = [head];
  const end = readRows(state, startLine + 2, endLine, rows);
  writeRows(state, rows);
  state.line = end;
  return true;
}

/** Adds the rows that follow, and says at which line they end. */
function readRows(state: StateBlock, from: number, endLine: number, rows: string[][]): number {
  const terminators = state.md.block.ruler.getRules('blockquote');
  const parentType = state.parentType;
  state.parentType = 'table';
  let line = from;
  for (; line < endLine && isInside(state, line); line += 1) {
    const text = lineAt(state, line);
    if (text === '' || terminators.some((rule) => rule(state, line, endLine, true))) break;
    rows.push(splitRow(text));
  }
  state.parentType = parentType;
  return line;
}

function writeRows(state: StateBlock, rows: readonly (readonly string[])[]): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const budget = state.env as unknown as Budget;
  budget.bytes -= rows.length * width * bytesOfCell;
  if (budget.bytes < 0) return;
  state.push('table_open', 'table', 1);
  for (const [index, row] of rows.entries()) {
    state.push('tr_open', 'tr', 1);
    for (let column = 0; column < width; column += 1) {
      const name = index === 0 ? 'th' : 'td';
      state.push(`${name}_open`, name, 1);
      const cell = state.push('inline', '', 0);
      cell.content = row[column]?.trim() ?? '';
      cell.children = [];
      state.push(`${name}_close`, name, -1);
    }
    state.push('tr_close', 'tr', -1);
  }
  state.push('table_close', 'table', -1);
}

function isInside({ sCount, blkIndent }: StateBlock, line: number): boolean {
  const indent = (sCount[line] ?? 0) - blkIndent;
  return indent >= 0 && indent < 4;
}

function lineAt({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trim();
}

function isRule(column: string): boolean {
  return /^:?-+:?$/.test(column.trim());
}

/** Cells are parted by bars, but for those behind a backslash, which goes. The outer bars are a matter of taste. */
function splitRow(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
