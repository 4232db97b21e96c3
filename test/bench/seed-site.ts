import type { Database } from '../../src/service/store/engine/database';

/** In every second group, public and private ones. */
export const busyPerson = 'user:busy';

export interface SiteSize {
  readonly people: number;
  readonly directs: number;
  readonly groups: number;
  readonly messages: number;
}

/** UUIDv7 in SQL: `minutes` since a day of 2026, and a number that makes it unique. */
const idAt = (minutes: string, unique: string) =>
  `(lpad(to_hex((1767225600000 + (${minutes})::bigint * 60000)), 12, '0') || '7000' || '8' || lpad(to_hex((${unique})::bigint), 15, '0'))::uuid`;

/**
 * Fills a site with made-up conversations: person n is `user:n`. A direct conversation's ends and a group's members are
 * spread evenly, every second group is public and has 8 members, and a fifth of the messages lie in the first direct
 * conversation (of `user:0` and `user:1`). Every second message is about one of 1,000 issues, and nothing is read yet.
 */
export async function seedSite(database: Database, cloudId: string, size: SiteSize): Promise<void> {
  const { people, directs, groups, messages } = size;
  await database.transaction((transaction) =>
    transaction.run(`
      set local statement_timeout = 0;
      create temporary table made on commit drop as
        select n, ${idAt('n', 'n')} as id,
          case when n < ${directs} then least('user:' || n % ${people}, 'user:' || (n * 7 + n / ${people} + 1) % ${people}) end collate "C" as low_id,
          case when n < ${directs} then greatest('user:' || n % ${people}, 'user:' || (n * 7 + n / ${people} + 1) % ${people}) end collate "C" as high_id
        from generate_series(0, ${directs + groups} - 1) n;
      delete from made a using (select n, row_number() over (partition by low_id, high_id order by n) as again from made) b
        where a.n = b.n and a.low_id is not null and (a.low_id = a.high_id or b.again > 1);
      create temporary table placed on commit drop as select *, row_number() over (order by n) - 1 as place from made;
      analyze made; analyze placed;
      insert into conversation (cloud_id, id, low_id, high_id, name, name_key, topic, privacy, created_at, modified_at, last_activity_at)
        select '${cloudId}', id, low_id, high_id,
          case when low_id is null then 'Team ' || md5(n::text) else '' end,
          case when low_id is null then 'team ' || md5(n::text) else '' end, repeat('t', 100),
          case when low_id is null and n % 2 = 0 then 'public' else 'private' end, now(), now(), now() - n * interval '1 minute'
        from made;
      insert into member (cloud_id, conversation_id, user_id, role, joined_at)
        select '${cloudId}'::uuid, id, low_id, 'member', now() from made where low_id is not null
        union all select '${cloudId}', id, high_id, 'member', now() from made where low_id is not null
        union all select '${cloudId}', id, 'user:' || (n + k * 31) % ${people}, 'member', now()
          from made cross join generate_series(0, 7) k where low_id is null
        union all select '${cloudId}', id, '${busyPerson}', 'member', now() from made where low_id is null and n % 4 in (0, 1);
      insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, issue_id, issue_key, origin_kind, may_be_public)
        select '${cloudId}', c.id, ${idAt(`${directs + groups} + s.n`, 's.n')},
          coalesce(case when s.n / 2000 % 2 = 0 then c.low_id else c.high_id end, 'user:' || c.n % ${people}), 'user',
          '{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"' || md5(s.n::text) || '"}]}]}',
          md5(s.n::text) || ' ' || md5((s.n * 3)::text),
          case when s.n % 2 = 0 then (10000 + s.n % 2000)::text end, case when s.n % 2 = 0 then 'SHOP-' || s.n % 2000 end, 'person',
          c.low_id is null and c.n % 2 = 0
        from (select n, case when n % 5 = 0 then 0 else row_number() over (order by n) % (select count(*) from made) end as place
              from generate_series(1, ${messages}) n) s
        join placed c on c.place = s.place;
      analyze conversation; analyze message;
      update conversation c set last_message_id = l.id,
          last_activity_at = to_timestamp(('x' || translate(left(l.id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
        from (select conversation_id, max(id::text)::uuid as id from message where cloud_id = '${cloudId}' group by 1) l
        where c.cloud_id = '${cloudId}' and c.id = l.conversation_id;
      update member m set active_hour = c.active_hour from conversation c
        where c.cloud_id = '${cloudId}' and m.cloud_id = c.cloud_id and m.conversation_id = c.id;
      insert into conversation_issue (cloud_id, issue_id, conversation_id, last_message_id)
        select cloud_id, issue_id, conversation_id, max(id::text)::uuid from message
        where cloud_id = '${cloudId}' and issue_id is not null group by 1, 2, 3;
    `),
  );
}
