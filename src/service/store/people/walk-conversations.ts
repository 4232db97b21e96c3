import type { Queries } from '../engine/database';
import { beforeAllIds } from '../rows/outer-ids';

/** The conversations in which an account is or was, in the order of their ids. */
export const walkOfAccount = {
  name: 'walk-conversations-of-account',
  text: `
  select w.id
  from (
    (select m.conversation_id as id from member m
     where m.cloud_id = $1 and m.user_id = $2 and m.conversation_id > $3 order by m.conversation_id limit $4)
    union
    (select f.conversation_id from former_member f
     where f.cloud_id = $1 and f.user_id = $2 and f.conversation_id > $3 order by f.conversation_id limit $4)
  ) w
  order by w.id
  limit $4`,
};

/** Those made before an id of that time: a conversation is not younger than its messages. */
export const walkOfSite = {
  name: 'walk-conversations-of-site',
  text: `
  select c.id from conversation c
  where c.cloud_id = $1 and c.id > $2 and c.id < $3
  order by c.id
  limit $4`,
};

export async function walkAccount(
  database: Queries,
  cloudId: string,
  userId: string,
  doneId: string | null,
  limit: number,
): Promise<string[]> {
  const parameters = [cloudId, userId, doneId ?? beforeAllIds, limit];
  return (await database.query<{ id: string }>(walkOfAccount, parameters)).map(({ id }) => id);
}

export async function walkSite(
  database: Queries,
  cloudId: string,
  doneId: string | null,
  beforeId: string,
  limit: number,
): Promise<string[]> {
  const parameters = [cloudId, doneId ?? beforeAllIds, beforeId, limit];
  return (await database.query<{ id: string }>(walkOfSite, parameters)).map(({ id }) => id);
}
