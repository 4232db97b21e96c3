import type { Database } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { migrate } from '../../../src/service/store/migrations/migrate';
import { describeOnCitus } from '../../shared/citus/describe-on-citus';
import { openEmbeddedEngine } from '../../shared/engine/open-embedded-engine';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { turnSettings } from '../../shared/postgres/turn-settings';
import { openTestStore, startOfTest, type TestStore } from './open-test-store';
import { describeActiveHours } from './suites/active-hours';
import { describeAudience } from './suites/audience';
import { describeBatches } from './suites/batches';
import { describeChoices } from './suites/choices';
import { describeConversations } from './suites/conversations';
import { describeDrafts } from './suites/drafts';
import { describeEngine } from './suites/engine';
import { describeFollowUp } from './suites/follow-up';
import { describeGroups } from './suites/groups';
import { describeHolds } from './suites/holds';
import { describeLimits } from './suites/limits';
import { describeListing } from './suites/listing';
import { describeMentions } from './suites/mentions';
import { describePagesBySize } from './suites/pages-by-size';
import { describePeopleData } from './suites/people-data';
import { describeReactions } from './suites/reactions';
import { describeReadAll } from './suites/read-all';
import { describeReadByIssue } from './suites/read-by-issue';
import { describeReading } from './suites/reading';
import { describeRegistries } from './suites/registries';
import { describeRenewing } from './suites/renewing';
import { describeReports } from './suites/reports';
import { describeSearching } from './suites/searching';
import { describeSending } from './suites/sending';
import { describeSendingInto } from './suites/sending-into';
import { describeSite } from './suites/site';
import { describeUnread } from './suites/unread';

// One engine for all of it: a fresh one costs seconds and most of a gigabyte.
jest.setTimeout(600_000);

/** One suite, whatever keeps the messages. */
function describeStore(openDatabase: () => Promise<Database>, hasTriggers = true) {
  let database: Database;
  let opened: TestStore;
  const open = () => opened;

  beforeAll(async () => {
    database = await openDatabase();
    opened = await openTestStore(database);
  });
  afterAll(() => database.close());

  describeConversations(open);
  describeSending(open);
  describeReading(open);
  describePagesBySize(open);
  describeListing(open);
  describeActiveHours(open, () => database);
  describeGroups(open);
  describeSendingInto(open);
  describeAudience(open);
  describeUnread(open);
  describeHolds(open, () => database);
  describeReadByIssue(open);
  describeReadAll(open);
  describeMentions(open, () => database);
  describeSearching(open, () => database);
  describeRegistries(open);
  describeLimits(open);
  describeBatches(open, () => database);
  describeRenewing(open, () => database);
  describeDrafts(open, () => database);
  describeReactions(open, () => database);
  describeFollowUp(open);
  describeReports(open);
  describeChoices(open);
  describeSite(open);
  describePeopleData(open);
  describeEngine(() => database, hasTriggers);
}

describe('the store on PGlite', () => describeStore(openEmbeddedEngine));

describeOnPostgres('the store on PostgreSQL', (server) =>
  describeStore(async () =>
    openPostgres({ url: await server.createDatabase(), connections: 16, statementTimeout: 10_000 }),
  ),
);

describeOnPostgres('the store on a database of which every setting is turned', (server) =>
  describeStore(async () => {
    const place = { url: await server.createDatabase(), connections: 16, statementTimeout: 10_000 };
    await turnSettings(place.url, async () => {
      const first = openPostgres(place);
      await migrate(first, startOfTest);
      await first.close();
    });
    return openPostgres(place);
  }),
);

describeOnCitus('the store on a Citus cluster', (server) =>
  describeStore(
    async () => openPostgres({ url: await server.createDatabase(), connections: 16, statementTimeout: 10_000 }),
    false,
  ),
);
