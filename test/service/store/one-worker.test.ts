import { Client } from 'pg';
import type { Statement } from '../../../src/service/store/engine/database';
import { describeOnCitus } from '../../shared/citus/describe-on-citus';
import { ofSites } from './collect-statements';

jest.setTimeout(120_000);

/** They may write the first row of their site, so that there is none of it to begin from: the coordinator gathers what they insert. */
const gathered = new Set(['add-counts', 'insert-claims', 'insert-directs']);

const site = "'11111111-1111-4111-8111-111111111111'";

/** Some value of a type, as SQL. */
function writeSample(type: string): string {
  if (type.endsWith('[]')) return `array[${writeSample(type.slice(0, -2))}]::${type}`;
  if (type === 'boolean') return 'true';
  if (/int|numeric/.test(type)) return '3';
  if (/timestamp/.test(type)) return `'2026-11-02T09:00:00Z'::timestamptz`;
  return `${site}::${type}`;
}

/** What the engine would do for a statement, with some parameters of its types. */
async function explain(url: string, { text }: Statement): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`prepare asked as ${text}`);
    const prepared = await client.query<{ types: string[] }>(
      `select parameter_types::text[] as types from pg_prepared_statements where name = 'asked'`,
    );
    const values = (prepared.rows[0]?.types ?? []).map(writeSample);
    const { rows } = await client.query(`explain (costs off) execute asked (${values.join(', ')})`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.end();
  }
}

describeOnCitus('on a Citus cluster', (server) => {
  let url: string;

  beforeAll(async () => {
    url = await server.createDatabase();
  }, 120_000);

  test.each(ofSites)('%s is one task on one server', async (name, statement) => {
    const plan = await explain(url, statement);
    const tasks = [...plan.matchAll(/Task Count: (\d+)|Subplan|pull to coordinator/g)].map(([one]) => one);
    expect([name, tasks]).toEqual([name, [gathered.has(name) ? 'pull to coordinator' : 'Task Count: 1']]);
  });
});
