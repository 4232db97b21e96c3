import type { Database, Queries, Statement } from './database';

/** Is told of each statement and carries it out, whatever it does around that. */
export type ObserveStatement = <Result>(statement: Statement, work: () => Promise<Result>) => Promise<Result>;

/** The same database, with each statement observed, those within a transaction, too. */
export function observeDatabase(database: Database, observe: ObserveStatement): Database {
  const observed = (queries: Queries): Queries['query'] => {
    return (statement, parameters) => observe(statement, () => queries.query(statement, parameters));
  };
  return {
    ...database,
    query: observed(database),
    transaction: (work) =>
      database.transaction((transaction) => work({ ...transaction, query: observed(transaction) })),
  };
}
