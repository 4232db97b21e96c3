import { StoreUnavailable } from '../../errors/store-unavailable';

// The five-character codes are those of PostgreSQL's appendix A, "PostgreSQL Error Codes".

/** `lock_not_available`: a lock was not had within the session's `lock_timeout`. */
export const lockNotAvailable = '55P03';
export const duplicateTable = '42P07';
/** `duplicate_object`: among others a type, as every table brings one of its name. */
export const duplicateObject = '42710';
export const uniqueViolation = '23505';

/** `query_canceled`, which the session's `statement_timeout` brings about. */
const queryCanceled = '57014';

/** `serialization_failure` and `deadlock_detected`. */
const conflicts: ReadonlySet<string | null> = new Set(['40001', '40P01']);

/** `protocol_violation`: among others, parameters that do not fit the statement, which is a fault of ours. */
const protocolViolation = '08P01';

/** `invalid_sql_statement_name` and `duplicate_prepared_statement`: a pooler gave the connection to another one. */
const lostStatements: ReadonlySet<string | null> = new Set<string | null>(['26000', '42P05']);

/** Connection exceptions, insufficient resources, operator intervention, system errors, internal errors. */
const awayClasses: ReadonlySet<string> = new Set(['08', '53', '57', '58', 'XX']);

/** Syntax errors and access rules. */
const wrongClass = '42';

/** `integrity_constraint_violation`. */
const constraintClass = '23';

/** `read_only_sql_transaction`. */
const readOnly = '25006';

/**
 * `statement_completion_unknown`; `read_only_sql_transaction`: this server has become a stand-by; the time limit of an
 * idle transaction, after which the connection is closed.
 */
const awayStates: ReadonlySet<string> = new Set(['40003', readOnly, '25P03', '26000', '42P05']);

/** The SQLSTATE of an engine's error, also where it is the cause of a `StoreUnavailable`; null where there is none. */
export function sqlState(error: unknown): string | null {
  if (error instanceof StoreUnavailable) return sqlState(error.cause);
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** Nothing was done because of another one's work at the same time, and the same again may well succeed. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(sqlState(error));
}

/** The connection may not write: it begins its transactions so (`default_transaction_read_only`), or is to a stand-by. */
export function isReadOnly(error: unknown): boolean {
  return sqlState(error) === readOnly;
}

/** A statement that was prepared is not there, or one that was not is: it was not carried out. */
export function isStatementLost(error: unknown): boolean {
  return lostStatements.has(sqlState(error));
}

/** Whether a commit that failed has left nothing for certain. Whatever else went wrong in it, it may have been kept. */
export function isCommitRefused(error: unknown): boolean {
  return isConflict(error) || sqlState(error)?.slice(0, 2) === constraintClass;
}

/** What the engine's error means where it is away or took too long; null where the statement itself is wrong. */
export function describeAbsence(error: unknown): StoreUnavailable | null {
  const state = sqlState(error);
  // PgBouncer ends a connection with a protocol violation that is FATAL when its server is away.
  const isEnd = Reflect.get(Object(error), 'severity') === 'FATAL';
  if (state === null || (state === protocolViolation && !isEnd)) return null;
  if (state === queryCanceled || state === lockNotAvailable) {
    return new StoreUnavailable('A statement took too long and was cut.', { cause: error, reason: 'slow' });
  }
  const isAway = isEnd || awayClasses.has(state.slice(0, 2)) || awayStates.has(state);
  return isAway ? new StoreUnavailable('The engine of the store does not answer.', { cause: error }) : null;
}

/**
 * After such an error the connection is of no more use. A statement that could not be read is prepared anew under its
 * name, which a pooler takes for given already.
 */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return error.reason === 'away';
  return sqlState(error)?.slice(0, 2) === wrongClass;
}
