import type { Database, Parameter, Statement } from '../../../src/service/store/engine/database';

export interface AskedStatement {
  readonly statement: Statement;
  readonly parameters: readonly Parameter[];
}

/** A database that tells what it is asked, within transactions as well. */
export function recordStatements(database: Database, tell: (asked: AskedStatement) => void): Database {
  return {
    ...database,
    query: (statement, parameters) => {
      tell({ statement, parameters });
      return database.query(statement, parameters);
    },
    transaction: (work, limits) =>
      database.transaction(
        (transaction) =>
          work({
            ...transaction,
            query: (statement, parameters) => {
              tell({ statement, parameters });
              return transaction.query(statement, parameters);
            },
          }),
        limits,
      ),
  };
}
