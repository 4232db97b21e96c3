import { StoreUnavailable } from '../../../../src/service/errors/store-unavailable';
import type { Database } from '../../../../src/service/store/engine/database';
import { milliseconds } from '../../../../src/service/store/engine/milliseconds';
import { nameKey } from '../../../../src/service/store/engine/storable-text';
import { MigrationError, migrate, requireMigrated } from '../../../../src/service/store/migrations/migrate';
import { migrations } from '../../../../src/service/store/migrations/migrations';
import { aClaim, aGroup, aMessage, aMessageInto, aSite, aWindow, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { openTestStore, startOfTest } from '../open-test-store';

/** Runs last: it ends with the engine closed. Where tables are spread over servers they have no triggers. */
export function describeEngine(open: () => Database, hasTriggers = true) {
  const run = (script: string) => open().transaction((transaction) => transaction.run(script));
  const records = () => open().query({ name: 'count', text: 'select key from idempotency' }, []);

  describe('what goes along with a transaction', () => {
    const note = (cloudId: string, key: string) =>
      [
        {
          name: 'note-along',
          text: `insert into idempotency (cloud_id, caller_id, key, fingerprint, created_id, created_at)
            values ($1, 'along', $2, 'x', $1, now())`,
        },
        [cloudId, key],
      ] as const;
    const kept = (cloudId: string) =>
      open().query({ name: 'kept-along', text: 'select key from idempotency where cloud_id = $1 order by key' }, [
        cloudId,
      ]);

    test('is kept with it, in the order in which it was asked', async () => {
      const cloudId = aSite();
      const seen = await open().transaction(async (transaction) => {
        transaction.goAlong(transaction.query(...note(cloudId, 'first')));
        const text = 'select key from idempotency where cloud_id = $1';
        const found = await transaction.query({ name: 'look-along', text }, [cloudId]);
        transaction.goAlong(transaction.query(...note(cloudId, 'second')));
        return found;
      });
      expect(seen).toEqual([{ key: 'first' }]);
      expect(await kept(cloudId)).toEqual([{ key: 'first' }, { key: 'second' }]);
    });

    test('and fails, fails all of it with its own error, whatever was asked behind it', async () => {
      const cloudId = aSite();
      const failing = open().transaction(async (transaction) => {
        transaction.goAlong(transaction.query(...note(cloudId, 'once')));
        transaction.goAlong(transaction.query(...note(cloudId, 'once')));
        transaction.goAlong(transaction.query(...note(cloudId, 'never')));
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      const waiting = open().transaction(async (transaction) => {
        transaction.goAlong(transaction.query(...note(cloudId, 'once')));
        transaction.goAlong(transaction.query(...note(cloudId, 'once')));
        await transaction.query(...note(cloudId, 'never'));
      });
      await expect(waiting).rejects.toMatchObject({ code: '23505' });
      expect(await kept(cloudId)).toEqual([]);
      await open().transaction(async (transaction) => void (await transaction.query(...note(cloudId, 'later'))));
      expect(await kept(cloudId)).toEqual([{ key: 'later' }]);
    });
  });

  describe('the tables', () => {
    test('are left alone by a second start', async () => {
      expect(await migrate(open(), startOfTest)).toEqual([]);
      const { store } = await openTestStore(open());
      const sent = await store.sendDirect(aMessage({ cloudId: aSite() }));
      expect(sent.outcome).toBe('created');
    });

    test('are refused when another migration made them, and when a later version did', async () => {
      await run(`update migration set checksum = 'x' || checksum`);
      await expect(openMigrated()).rejects.toThrow(MigrationError);
      await run(`update migration set checksum = substr(checksum, 2)`);
      await run(`insert into migration values ('9999-later', 'x', now())`);
      await expect(openMigrated()).rejects.toThrow('9999-later');
      await run(`delete from migration where name = '9999-later'`);
      await openMigrated();
    });

    test('are refused where they lack a migration and may not be brought up to date, with the way to do it', async () => {
      await requireMigrated(open());
      const last = migrations.at(-1)?.name ?? '';
      await run(`create table kept as select * from migration; delete from migration where name = '${last}'`);
      await expect(requireMigrated(open())).rejects.toThrow(`(${last}). Apply them with "node bin/aside.cjs migrate"`);
      await run('delete from migration; insert into migration select * from kept; drop table kept');
      await requireMigrated(open());
    });

    test('have names folded that were kept in lower case', async () => {
      const { store } = await openTestStore(open());
      const cloudId = aSite();
      const names = [
        'Straße',
        'GROẞ',
        'ΟΔΟΣ ΟΔΟΣ',
        'İstanbul',
        'Işık',
        'eﬃcient',
        'J\u030c',
        'µ',
        'ʹ\u0345',
        'ᾷ',
        'Plain',
        ' ',
      ];
      for (const name of names) await store.createGroup(aGroup({ cloudId, name }));
      const keys = async () => {
        const text = 'select name, name_key as key from conversation where cloud_id = $1 order by name collate "C"';
        return open().query<{ name: string; key: string }>({ name: 'keys', text }, [cloudId]);
      };
      const made = await keys();
      expect(made).toEqual(names.sort().map((name) => ({ name, key: nameKey(name) })));
      for (const name of names) {
        const asBefore = name.normalize('NFC').toLowerCase();
        await open().query(
          { name: 'set-key', text: 'update conversation set name_key = $2 where cloud_id = $1 and name = $3' },
          [cloudId, asBefore, name],
        );
      }
      expect(await keys()).not.toEqual(made);
      await run(`delete from migration where name = '0007-folded-names'`);
      await openMigrated();
      expect(await keys()).toEqual(made);
    });

    test('know of what was said before which of it may be public', async () => {
      const made = await openTestStore(open());
      const { store } = made;
      const cloudId = aSite();
      const say = (conversationId: string, text: string) =>
        store.sendToConversation(aMessageInto({ cloudId, conversationId, text }));
      await store.sendDirect(aMessage({ cloudId, text: 'direct' }));
      for (const privacy of ['private', 'public'] as const) {
        await say(await makeGroup(made, { cloudId, privacy }), `${privacy} group`);
      }
      const opened = await makeGroup(made, { cloudId, privacy: 'private' });
      await say(opened, 'before it was opened');
      await store.changeConversation(cloudId, opened, { privacy: 'public' }, unchecked);
      await say(opened, 'after it was opened');
      const text = `select text from message where cloud_id = $1 and may_be_public and notice_what is null order by text`;
      const listOpen = () => open().query({ name: 'list-open', text }, [cloudId]);
      const told = await listOpen();
      expect(told).toEqual([{ text: 'after it was opened' }, { text: 'public group' }]);

      await run(`update message set may_be_public = false where cloud_id = '${cloudId}'`);
      await run('drop index message_public');
      await run(`delete from migration where name = '0022-public-messages-by-time'`);
      expect(await listOpen()).toEqual([]);
      await openMigrated();
      expect(await listOpen()).toEqual(told);
    });

    const openMigrated = () => migrate(open(), startOfTest);
  });

  if (hasTriggers) describeTriggered();

  function describeTriggered() {
    test('waiting in vain for the lock of a key is an answer; without a key the store took too long', async () => {
      const { store } = await openTestStore(open());
      await run(`
        create function wait_in_vain() returns trigger language plpgsql set search_path from current as
          $$ begin raise exception 'canceling statement due to lock timeout' using errcode = '55P03'; end $$;
        create trigger wait_in_vain before insert on conversation for each row execute function wait_in_vain();`);
      const claimed = await store.sendDirect(aMessage({ cloudId: aSite(), claim: aClaim() }));
      expect(claimed).toEqual({ outcome: 'in-flight' });
      const unclaimed = store.sendDirect(aMessage({ cloudId: aSite() }));
      await expect(unclaimed).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'slow' });
      await run('drop trigger wait_in_vain on conversation');
    });

    test.each(['40001', '40P01'])(
      'is asked again after a conflict with others (%s), and not for ever',
      async (code) => {
        const { store } = await openTestStore(open());
        await run(`
        create sequence rounds;
        create function collide() returns trigger language plpgsql set search_path from current as $$ begin
          if nextval('rounds') < 3 then raise exception 'conflict' using errcode = '${code}'; end if;
          return new;
        end $$;
        create trigger collide before insert on message for each row execute function collide();`);
        const cloudId = aSite();
        const message = aMessage({ cloudId, claim: aClaim() });
        expect((await store.sendDirect(message)).outcome).toBe('created');
        expect((await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values).toHaveLength(1);

        await run(`alter sequence rounds minvalue -9 restart with -9`);
        const unlucky = store.sendDirect(aMessage({ cloudId }));
        await expect(unlucky).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'slow' });
        await run('drop trigger collide on message; drop function collide; drop sequence rounds');
      },
    );
  }

  describe('the engine', () => {
    test('repeats a whole transaction after a conflict', async () => {
      let rounds = 0;
      const name = await open().transaction(async (transaction) => {
        await transaction.run('create table once_only (n integer)');
        rounds += 1;
        if (rounds === 1) await transaction.run(`do $$ begin raise exception 'no' using errcode = '40001'; end $$`);
        return 'made';
      });
      expect([name, rounds]).toEqual(['made', 2]);
      await run('drop table once_only');
    });

    test('gives a count as a number, a time in milliseconds, bytes as bytes and JSON read', async () => {
      const text = `
        select count(*) as count, ${milliseconds(`'2026-11-02T09:00:00.123Z'::timestamptz`)} as at, decode('00ff', 'hex') as bytes,
          '{"a": [1]}'::json as read, array['a', 'b,"c'] as texts, '0190b5a0-0000-7000-8000-000000000001'::uuid as id
        from (values (1), (2)) as v`;
      const [row] = await open().query<{ bytes: Uint8Array }>({ name: 'types', text }, []);
      expect({ ...row, bytes: [...(row?.bytes ?? [])] }).toEqual({
        count: 2,
        at: Date.parse('2026-11-02T09:00:00.123Z'),
        bytes: [0, 255],
        read: { a: [1] },
        texts: ['a', 'b,"c'],
        id: '0190b5a0-0000-7000-8000-000000000001',
      });
    });

    // An index takes nothing else, and neither does Citus in what a statement that changes a row gives back.
    test('reckons a time in milliseconds the same in each session and on each server', async () => {
      await run(
        `create table timed (at timestamptz); create index on timed ((${milliseconds('at')})); drop table timed`,
      );
      const text = `
        select z.name, ${milliseconds(`'0987-10-26T09:00:00.123Z'::timestamptz`)} as early, ${milliseconds('null::timestamptz')} as never
        from (select pg_catalog.set_config('TimeZone', 'America/New_York', true) as name) z`;
      expect(await open().query({ name: 'of-a-session', text }, [])).toEqual([
        { name: 'America/New_York', early: Date.parse('0987-10-26T09:00:00.123Z'), never: null },
      ]);
    });

    test('rolls a failed transaction back whole', async () => {
      const failing = open().transaction(async (transaction) => {
        await transaction.run('delete from idempotency');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect((await records()).length).toBeGreaterThan(0);
    });

    test('forgets idempotency records of more than 24 hours, of the sites that are in use', async () => {
      await run('delete from idempotency');
      const { store, clock } = await openTestStore(open());
      const cloudId = aSite();
      await store.sendDirect(aMessage({ cloudId, claim: aClaim('old') }));
      clock.now = new Date(startOfTest.getTime() + 25 * 60 * 60 * 1000);
      await store.sendDirect(aMessage({ cloudId, claim: aClaim('new') }));
      expect(await records()).toEqual([{ key: 'new' }]);
    });

    test('forgets counts of sends of more than an hour with the next one that is counted, whichever way it goes', async () => {
      const quotas = [{ subject: '', limit: 9 }];
      const counts = () => open().query({ name: 'callers', text: 'select caller_id from send_count' }, []);
      for (const way of ['direct', 'into'] as const) {
        await run('delete from send_count');
        const { store, clock } = await openTestStore(open());
        const cloudId = aSite();
        await store.sendDirect(aMessage({ cloudId, from: 'old', quotas }));
        clock.now = new Date(startOfTest.getTime() + 2 * 60 * 60 * 1000);
        if (way === 'direct') await store.sendDirect(aMessage({ cloudId, from: 'new', quotas }));
        else await store.sendToConversation(aMessageInto({ cloudId, conversationId: aSite(), from: 'new', quotas }));
        expect([way, await counts()]).toEqual([way, [{ caller_id: 'new' }]]);
      }
    });

    test('is reported as unavailable by every method once it is closed', async () => {
      const { store } = await openTestStore(open());
      await store.ping();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
      await expect(store.sendDirect(aMessage({ cloudId: aSite(), claim: aClaim() }))).rejects.toThrow(StoreUnavailable);
      await expect(migrate(open(), startOfTest)).rejects.toThrow(StoreUnavailable);
    });
  });
}
