import type { Database, Queries, Statement } from './database';

/** Is told of each statement and carries it out, whatever it does around that. */
export type ObserveStatement = <Result>(statement: Statement, work: () => Promise<Result>) => Promise<Result>;

/** A transaction as a whole, with its wait for a connection, its begin and its commit, which have no names of their own. */
const transactionAsWhole: Statement = { name: 'transaction', text: '' };

/** The same database, with each statement observed, each transaction, and the statements within it. */
export function observeDatabase(database: Database, observe: ObserveStatement): Database {
  const observed = (queries: Queries): Queries['query'] => {
    return (statement, parameters) => observe(statement, () => queries.query(statement, parameters));
  };
  return {
    ...database,
    query: observed(database),
    transaction: (work, limits) =>
      observe(transactionAsWhole, () =>
        database.transaction((transaction) => work({ ...transaction, query: observed(transaction) }), limits),
      ),
  };
}
