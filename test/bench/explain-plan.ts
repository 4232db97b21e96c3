import type { Database, Parameter, Statement } from '../../src/service/store/engine/database';
import { countBlocks, isWholeScan, largestSort, listScans, type PlanNode, readPlan } from '../shared/store/read-plan';

/** In one paragraph: how a statement is run. A table of a site that is read from end to end is marked. */
export async function explainPlan(
  database: Database,
  statement: Statement,
  parameters: readonly Parameter[],
  mode: 'custom' | 'generic',
): Promise<string> {
  const plan = await readPlan(database, statement, parameters, mode);
  const took = `${plan['Execution Time'].toFixed(2)} ms, ${countBlocks(plan)} blocks, at most ${largestSort(plan.Plan)} rows sorted`;
  const scans = listScans(plan.Plan).map((node) => `    ${describeScan(node)}`);
  return [`${statement.name}, ${mode} plan: ${took}`, ...scans].join('\n');
}

function describeScan(node: PlanNode): string {
  const rows = `${node['Actual Rows'] ?? 0} rows × ${node['Actual Loops'] ?? 0}`;
  const removed = node['Rows Removed by Filter'] ? `, ${node['Rows Removed by Filter']} filtered` : '';
  const place = `${node['Relation Name'] ?? ''} ${node['Index Name'] ?? ''}`;
  return `${isWholeScan(node) ? '!! ' : ''}${node['Node Type']} ${place} (${rows}${removed})`;
}
