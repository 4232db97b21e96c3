import { pageBytes } from '../../../contract/page-bytes';

/**
 * What a message counts for in its page, under the alias `m`. A value that lies apart from its row is not fetched for
 * this: PostgreSQL reads the length from the reference to it.
 */
export const messageBytes = 'coalesce(octet_length(m.body), 0) + octet_length(m.text)';

/** Of the rows of `candidates`, one more than the page holds, those that fit into it; see `fitPage`. */
interface Fitting {
  /** SQL that gives each row with its `id` and its `bytes`. */
  readonly candidates: string;
  /** Their order, of the alias `n`. */
  readonly order: string;
  /** The parameter that says how many `candidates` may give: the page's rows and one. */
  readonly limit: `$${number}`;
}

/**
 * Rows of messages that fit into a page: up to its number of rows, and up to its bytes, but in any case the first one.
 * Each says by `goes_on` whether there is another candidate after it. It is decided here, and before anything is made
 * of the rows, so that neither the server nor this process ever holds the words of more than the page.
 */
export function fitPage({ candidates, order, limit }: Fitting): string {
  return `(
    select p.*
    from (
      select n.*, row_number() over w as rank, sum(n.bytes) over (w rows unbounded preceding) as filled,
        lead(n.id) over w is not null as goes_on
      from (${candidates}) n
      window w as (order by ${order})
    ) p
    where p.rank < ${limit} and (p.rank = 1 or p.filled <= ${pageBytes})
  )`;
}
