/** With a message that loses its words go the quick answers to them. */
export const deleteReactions = {
  name: 'delete-reactions',
  text: `
  delete from reaction r
  using unnest($2::uuid[], $3::uuid[]) as p (conversation_id, message_id)
  where r.cloud_id = $1 and r.conversation_id = p.conversation_id and r.message_id = p.message_id`,
};
