import type { Database, Queries, Statement } from './database';

/** What is observed: a statement by itself, one within a transaction, or a transaction as a whole. */
export type ObservedKind = 'statement' | 'part' | 'transaction';

/** Is told of each statement and carries it out, whatever it does around that. */
export type ObserveStatement = <Result>(
  statement: Statement,
  work: () => Promise<Result>,
  kind: ObservedKind,
) => Promise<Result>;

/** A transaction as a whole, with its wait for a connection, its begin and its commit, which have no names of their own. */
const transactionAsWhole: Statement = { name: 'transaction', text: '' };

/** The same database, with each statement observed, each transaction, and the statements within it. */
export function observeDatabase(database: Database, observe: ObserveStatement): Database {
  const observed = (queries: Queries, kind: ObservedKind): Queries['query'] => {
    return (statement, parameters) => observe(statement, () => queries.query(statement, parameters), kind);
  };
  return {
    ...database,
    query: observed(database, 'statement'),
    transaction: (work, limits) =>
      observe(
        transactionAsWhole,
        () =>
          database.transaction((transaction) => work({ ...transaction, query: observed(transaction, 'part') }), limits),
        'transaction',
      ),
  };
}
