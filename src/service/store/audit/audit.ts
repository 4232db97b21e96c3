import type { AuditAction, AuditRecord } from '../../conversation/administration';
import type { AuditQuery, Page } from '../../conversation/people-store';
import type { Clock } from '../engine/clock';
import type { Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { storableText } from '../engine/storable-text';
import { cutPage } from '../rows/cut-page';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';

/** The site in the records of what concerns the whole installation. */
export const wholeInstallation = beforeAllIds;

export interface Deed {
  readonly cloudId: string;
  /** An account, `app:…`, `cli:<name of the system's user>`, or `service` for what it does by itself. */
  readonly actorId: string;
  readonly action: AuditAction;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

export const insertAudit = {
  name: 'insert-audit',
  text: `
  insert into audit (cloud_id, id, done_at, actor_id, action, subject, details) values ($1, $2, $3, $4, $5, $6, $7)`,
};

const columns = `a.cloud_id, a.id, ${inMilliseconds('a.done_at')}, a.actor_id, a.action, a.subject, a.details`;

export const selectAudit = {
  name: 'select-audit',
  text: `
  select ${columns}
  from audit a
  where a.cloud_id = $1 and a.id > $2
  order by a.id
  limit $3`,
};

export const selectAuditBackwards = {
  name: 'select-audit-backwards',
  text: `
  select ${columns}
  from audit a
  where a.cloud_id = $1 and a.id < $2
  order by a.id desc
  limit $3`,
};

interface AuditRow {
  readonly cloud_id: string;
  readonly id: string;
  readonly done_at: number;
  readonly actor_id: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: string;
}

/** Within the transaction of what it tells of: there is neither without the other. `noted`: now, where nothing else is said. */
export async function noteDeed(transaction: Queries, clock: Clock, deed: Deed, noted = now(clock)): Promise<void> {
  await transaction.query(insertAudit, [
    ...[deed.cloudId, noted.id, noted.at, storableText(deed.actorId), deed.action],
    ...[deed.subject && storableText(deed.subject), JSON.stringify(deed.details)],
  ]);
}

function now(clock: Clock): { readonly id: string; readonly at: Date } {
  const at = clock.now();
  return { id: clock.newId(at), at };
}

export async function listAudit(
  database: Queries,
  cloudId: string,
  afterId: string | null,
  limit = 200,
): Promise<AuditRecord[]> {
  const rows = await database.query<AuditRow>(selectAudit, [cloudId, afterId ?? beforeAllIds, limit]);
  return rows.map((row) => ({ cloudId: row.cloud_id, ...toDeed(row) }));
}

export async function pageAudit(
  database: Queries,
  cloudId: string,
  { sort, limit, after }: AuditQuery,
): Promise<Page<Omit<AuditRecord, 'cloudId'>>> {
  const [statement, beyond] = sort === 'asc' ? [selectAudit, beforeAllIds] : [selectAuditBackwards, afterAllIds];
  const rows = await database.query<AuditRow>(statement, [cloudId, after?.id ?? beyond, limit + 1]);
  return cutPage(rows, limit, toDeed, ({ id }) => ({ key: '', id }));
}

function toDeed(row: AuditRow): Omit<AuditRecord, 'cloudId'> {
  return {
    id: row.id,
    at: new Date(row.done_at).toISOString(),
    actor: row.actor_id,
    action: row.action,
    subject: row.subject,
    details: JSON.parse(row.details),
  };
}
