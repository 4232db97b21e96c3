/** What a statement calls a table by. Alone it would be looked for along the session's `search_path`. */
const tableNames = [
  'audit',
  'block',
  'client_use',
  'conversation',
  'conversation_issue',
  'draft',
  'erasure',
  'former_member',
  'idempotency',
  'instance_secret',
  'issue_marker',
  'member',
  'mention',
  'message',
  'migration',
  'migration_lock',
  'oauth_client',
  'preference',
  'reaction',
  'reminder',
  'report',
  'retention',
  'send_count',
  'signing_key',
  'stale_text',
];

const uses = new RegExp(`\\b(from|join|update|into|using)(\\s+)(${tableNames.join('|')})\\b`, 'g');

/** The statement with each table of ours named in full. @param schema as SQL writes it, quoted where it must be */
export function qualifyTables(text: string, schema: string): string {
  return text.replace(uses, (_use, word: string, blank: string, table: string) => `${word}${blank}${schema}.${table}`);
}
