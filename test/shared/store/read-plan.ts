import { escapeLiteral } from 'pg';
import type { Database, Parameter, Statement } from '../../../src/service/store/engine/database';

/** https://www.postgresql.org/docs/current/using-explain.html */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface ReadPlan {
  readonly Plan: PlanNode;
  /** Milliseconds. */
  readonly 'Execution Time': number;
}

/** Those that grow with a site. */
const largeTables: ReadonlySet<string> = new Set(['conversation', 'member', 'message', 'conversation_issue']);

/**
 * Runs a statement once more, undoes it, and says how it was run. `generic` is the plan that an engine keeps for a
 * prepared statement after it was asked for a few times.
 */
export async function readPlan(
  database: Database,
  { name, text }: Statement,
  parameters: readonly Parameter[],
  mode: 'custom' | 'generic',
): Promise<ReadPlan> {
  const undone = new Error('undone');
  let plan: ReadPlan | undefined;
  await database
    .transaction(async (transaction) => {
      await transaction.run(`set local plan_cache_mode = force_${mode}_plan; prepare asked as ${text}`);
      // Under a name of its own, since the name stands for the text.
      const explain = `explain (analyze, buffers, format json) execute asked${writeArguments(parameters)}`;
      const asking = { name: `explain-${mode}-${name}`, text: explain };
      const [row] = await transaction.query<{ 'QUERY PLAN': readonly ReadPlan[] }>(asking, []);
      await transaction.run('deallocate asked');
      plan = row?.['QUERY PLAN'][0];
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (plan === undefined) throw new Error(`There is no plan of ${name}.`);
  return plan;
}

/** The nodes that read a table or an index, each before those below it. */
export function listScans(node: PlanNode): PlanNode[] {
  const below = (node.Plans ?? []).flatMap(listScans);
  const reads = node['Relation Name'] !== undefined || node['Index Name'] !== undefined;
  return reads ? [node, ...below] : below;
}

export function isWholeScan(node: PlanNode): boolean {
  return /Seq Scan/.test(node['Node Type']) && largeTables.has(node['Relation Name'] ?? '');
}

/** Rows that a node gave or looked at and left out, of all its loops. */
export function countRows(node: PlanNode): number {
  return ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 0);
}

/** The most rows that are sorted at once. */
export function largestSort(node: PlanNode): number {
  const below = (node.Plans ?? []).map(largestSort);
  // A sort that ends with a page has read all that it sorts.
  const own = node['Node Type'] === 'Sort' ? (node.Plans ?? []).map((one) => one['Actual Rows'] ?? 0) : [];
  return Math.max(0, ...own, ...below);
}

/** Blocks of 8 KB that were looked at. */
export function countBlocks({ Plan: plan }: ReadPlan): number {
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
}

function writeArguments(parameters: readonly Parameter[]): string {
  return parameters.length === 0 ? '' : `(${parameters.map(writeLiteral).join(', ')})`;
}

function writeLiteral(value: Parameter): string {
  if (value === null) return 'null';
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (typeof value === 'object') return escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return escapeLiteral(String(value));
}
