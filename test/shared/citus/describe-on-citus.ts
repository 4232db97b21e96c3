import type { TestServer } from '../postgres/describe-on-postgres';
import { createClustered, createDistributed, dropClustered } from './create-distributed';

const howTo =
  'Name the database of a coordinator of Citus with two workers or more, as a superuser, in TEST_CITUS_URL ' +
  '(docs/hosting.md, "A cluster").';

/** Its databases have the tables of this version, spread over the servers. */
export interface TestCluster extends TestServer {
  /** One without tables. */
  createEmpty(): Promise<string>;
}

/** Tests on the cluster of TEST_CITUS_URL. Without it they are left out, and say so. */
export function describeOnCitus(title: string, tests: (server: TestCluster) => void): void {
  const url = process.env['TEST_CITUS_URL'];
  if (url) {
    describe(title, () => tests(useCluster(url)));
    return;
  }
  process.stderr.write(`\nLEFT OUT, for want of a cluster: ${title}. ${howTo}\n\n`);
  test.todo(`${title} (left out: no TEST_CITUS_URL)`);
}

function useCluster(url: string): TestCluster {
  const made: string[] = [];
  afterAll(async () => {
    for (const place of made) await dropClustered(url, place);
  }, 120_000);
  const note = async (making: Promise<string>) => {
    const place = await making;
    made.push(place);
    return place;
  };
  return {
    createDatabase: () => note(createDistributed(url)),
    createEmpty: () => note(createClustered(url)),
  };
}
