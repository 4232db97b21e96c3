/** No send that begins after a block gets through: the batch looks while it is carried out. */
export const selectBarred = {
  name: 'select-barred',
  text: `
  select b.user_id, b.blocked_id
  from unnest($2::text[], $3::text[]) as p (user_id, blocked_id)
  join block b on b.cloud_id = $1 and b.user_id = p.user_id and b.blocked_id = p.blocked_id`,
};
