import { escapeLiteral } from 'pg';
import type { Database, Parameter, Statement } from '../../src/service/store/engine/database';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface PlanRow {
  readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode; readonly 'Execution Time': number }[];
}

const largeTables: ReadonlySet<string> = new Set(['conversation', 'member', 'message', 'conversation_issue']);

/**
 * Runs a statement once more, undoes it, and says in one paragraph how it was run. `generic` is the plan that an engine
 * keeps for a prepared statement after it was asked for a few times.
 */
export async function explainPlan(
  database: Database,
  { name, text }: Statement,
  parameters: readonly Parameter[],
  mode: 'custom' | 'generic',
): Promise<string> {
  const undone = new Error('undone');
  let told = '';
  await database
    .transaction(async (transaction) => {
      await transaction.run(`set local plan_cache_mode = force_${mode}_plan; prepare asked as ${text}`);
      const explain = `explain (analyze, format json) execute asked${writeArguments(parameters)}`;
      const [row] = await transaction.query<PlanRow>({ name: '', text: explain }, []);
      await transaction.run('deallocate asked');
      const [plan] = row?.['QUERY PLAN'] ?? [];
      if (plan) told = describePlan(name, mode, plan['Execution Time'], listScans(plan.Plan));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return told;
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

function listScans(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(listScans);
  const table = node['Relation Name'];
  const index = node['Index Name'];
  if (table === undefined && index === undefined) return below;
  const isWhole = node['Node Type'] === 'Seq Scan' && table !== undefined && largeTables.has(table);
  const rows = `${node['Actual Rows'] ?? 0} rows × ${node['Actual Loops'] ?? 0}`;
  const removed = node['Rows Removed by Filter'] ? `, ${node['Rows Removed by Filter']} filtered` : '';
  return [`${isWhole ? '!! ' : ''}${node['Node Type']} ${table ?? ''} ${index ?? ''} (${rows}${removed})`, ...below];
}

function describePlan(name: string, mode: string, milliseconds: number, scans: readonly string[]): string {
  const head = `${name}, ${mode} plan: ${milliseconds.toFixed(2)} ms`;
  return [head, ...scans.map((scan) => `    ${scan}`)].join('\n');
}
