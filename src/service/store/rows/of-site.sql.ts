/**
 * The site of $1 as a row `c`, for an insert of many rows into a site that has a conversation. A distributed engine carries
 * such an insert out where the site lives; were the site a parameter alone, it would gather the rows by itself first, and
 * tell a constraint that does not hold as a failure of its own. Elsewhere it is one look into an index, for which it is
 * ordered: without that, the plan that is kept for all sites may read the whole table.
 */
export const ofSite =
  'cross join (select c.cloud_id from conversation c where c.cloud_id = $1 order by c.id limit 1) c';
