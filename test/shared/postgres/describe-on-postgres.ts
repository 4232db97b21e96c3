import { createDatabaseOn, dropDatabase } from './create-database';
import { findPostgresBinaries } from './find-binaries';
import { type PrivateServer, startPrivateServer } from './private-server';
import { startSharedServer } from './shared-server';

const howTo =
  'Install PostgreSQL 15 or later (on Debian: apt-get install postgresql), whose programs the tests find and start ' +
  'for themselves, or name a server on which they may create databases in TEST_DATABASE_URL.';

const isRequired = process.env['ASIDE_TEST_POSTGRES'] === 'required' || Boolean(process.env['CI']);

/** What the tests of a file share: the databases are made anew, each for one use. */
export interface TestServer {
  createDatabase(): Promise<string>;
}

/** Tests on PostgreSQL: the server that the suites of this run share, or the one of TEST_DATABASE_URL. */
export function describeOnPostgres(title: string, tests: (server: TestServer) => void): void {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) describe(title, () => tests(useServer(async () => url)));
  else describeWithBinaries(title, (binaries) => tests(useServer(() => startSharedServer(binaries))));
}

/** Tests which stop and start their server. */
export function describeOnPrivatePostgres(title: string, tests: (server: PrivateServer) => void): void {
  describeWithBinaries(title, (binaries) => tests(usePrivateServer(binaries)));
}

/** Tests which make clusters of their own with these programs. */
export function describeWithBinaries(title: string, tests: (binaries: string) => void): void {
  const binaries = findPostgresBinaries();
  if (binaries) describe(title, () => tests(binaries));
  else if (isRequired) test(title, () => fail(`There is no PostgreSQL on this machine. ${howTo}`));
  else leaveOut(title);
}

function fail(reason: string): never {
  throw new Error(reason);
}

/** Where nobody promised a PostgreSQL, its half is left out, and says so. */
function leaveOut(title: string): void {
  process.stderr.write(`\nLEFT OUT, for want of a PostgreSQL on this machine: ${title}. ${howTo}\n\n`);
  test.todo(`${title} (left out: no PostgreSQL here)`);
}

function usePrivateServer(binaries: string): PrivateServer {
  let server: PrivateServer;
  beforeAll(async () => {
    server = await startPrivateServer(binaries);
  }, 600_000);
  afterAll(() => server?.remove(), 30_000);
  return {
    createDatabase: () => server.createDatabase(),
    start: () => server.start(),
    stop: (mode) => server.stop(mode),
    kill: () => server.kill(),
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
    findPid: () => server.findPid(),
    listPids: () => server.listPids(),
    remove: () => server.remove(),
  };
}

function useServer(start: () => Promise<string>): TestServer {
  let url: string;
  const made: string[] = [];
  beforeAll(async () => {
    url = await start();
  }, 600_000);
  afterAll(async () => {
    for (const database of made) await dropDatabase(url, database);
  });
  return {
    createDatabase: async () => {
      const database = await createDatabaseOn(url);
      made.push(database);
      return database;
    },
  };
}
