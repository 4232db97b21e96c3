/** Whom a block concerns, by SQL: the conversation, and who wrote or is to write in it. The site is $1. */
interface Writing {
  readonly conversation: string;
  readonly author: string;
  /** Who must not be blocked: the author, or whoever they write for. */
  readonly blocked: string;
}

/**
 * A row where someone in the conversation has blocked this account and nobody but them and the author is in it: a direct one, or a group that
 * came to be like one.
 */
export function barring({ conversation, author, blocked }: Writing): string {
  return `
    select 1
    from block b
    join member r on r.cloud_id = $1 and r.conversation_id = ${conversation} and r.user_id = b.user_id
    where b.cloud_id = $1 and b.blocked_id = ${blocked} and not exists (
      select 1 from member o
      where o.cloud_id = $1 and o.conversation_id = ${conversation} and o.user_id <> b.user_id and o.user_id <> ${author}
    )`;
}
