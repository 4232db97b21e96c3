import type { ExportPage, ExportQuery } from '../../conversation/administration';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { findRetention } from '../people/retention';
import { exportPhases } from './export-phases';

/**
 * The next page of an export; some pages are empty. Each is read at its own time: what is written while an export runs
 * may or may not be in it. The first page is one record, committed together with the audit's.
 */
export async function exportPage(database: Database, clock: Clock, query: ExportQuery): Promise<ExportPage> {
  const { cloudId, accountId, after } = query;
  const phases = exportPhases(database, cloudId, accountId);
  if (after === null) {
    const [first] = phases;
    return {
      records: [await begin(database, clock, query)],
      next: first ? { phase: first.name, key: first.first } : null,
    };
  }
  const at = phases.findIndex(({ name }) => name === after.phase);
  const phase = phases[at];
  if (!phase) throw new Error('An export has no such phase.');
  const { records, next } = await phase.read(after.key);
  const following = phases[at + 1];
  if (next) return { records, next: { phase: phase.name, key: next } };
  return { records, next: following ? { phase: following.name, key: following.first } : null };
}

function begin(database: Database, clock: Clock, { cloudId, accountId, actorId }: ExportQuery) {
  return database.transaction(async (transaction) => {
    await noteDeed(transaction, clock, { cloudId, actorId, action: 'exported', subject: accountId, details: {} });
    return describeExport(transaction, clock, cloudId, accountId);
  });
}

async function describeExport(transaction: Queries, clock: Clock, cloudId: string, accountId: string | null) {
  return {
    record: 'export',
    cloudId,
    account: accountId === null ? null : { id: accountId },
    at: clock.now().toISOString(),
    retentionDays: await findRetention(transaction, cloudId),
  };
}
