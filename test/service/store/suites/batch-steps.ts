import { countSteps, sentColumns } from '../../../../src/service/store/claims/count-sends';
import type { Database } from '../../../../src/service/store/engine/database';
import { barredStep, isNotBarred } from '../../../../src/service/store/messages/barred-step';
import { aSite } from '../../../shared/store/builders';
import type { TestStore } from '../open-test-store';

/** What was given, and what is asked of it where everything that may be sent is sent under the id that was proposed. */
const statement = {
  name: 'batch-of-sends',
  text: `
  with given as (
    select $1::uuid as cloud_id, v.caller_id, v.other_id, v.created_id::uuid, v.quota_subject,
      v.quota_limit, now() as counted_from
    from json_to_recordset($2::json)
      as v (caller_id text, other_id text, created_id text, quota_subject text, quota_limit integer)
  ), ${countSteps()}, ${barredStep('g.other_id')}, placed as (
    select g.cloud_id, g.created_id, g.created_id as message_id from admitted g where ${isNotBarred}
  ) ${sentColumns}
  order by g.quota_subject`,
};

export function describeBatchSteps(open: () => TestStore, database: () => Database) {
  test('the steps of a send tell the rows of a batch apart: each has its own count, block and message', async () => {
    const cloudId = aSite();
    await open().store.block(cloudId, 'bob', 'alice');
    const row = { caller_id: 'alice', quota_limit: 1 };
    const rows = [
      { ...row, other_id: 'carol', quota_subject: '1', created_id: aSite() },
      { ...row, other_id: 'bob', quota_subject: '2', created_id: aSite() },
      { ...row, other_id: 'dan', quota_subject: '3', created_id: aSite(), quota_limit: 0 },
      { ...row, other_id: 'erin', quota_subject: '4', created_id: aSite(), quota_limit: null },
      { ...row, caller_id: 'frank', other_id: 'bob', quota_subject: '5', created_id: aSite() },
    ];
    const found = await database().query(statement, [cloudId, JSON.stringify(rows)]);
    expect(found).toMatchObject([
      { id: rows[0]?.created_id, sends: 1, is_barred: false },
      { id: null, sends: 1, is_barred: true },
      { id: null, sends: 1, is_barred: false },
      { id: rows[3]?.created_id, sends: null, is_barred: false },
      { id: rows[4]?.created_id, sends: 1, is_barred: false },
    ]);
  });
}
