import { describeConformance } from './describe-conformance';
import { describeGroups } from './suites/groups';
import { describeListing } from './suites/listing';
import { describeMessages } from './suites/messages';
import { describePageSizes } from './suites/page-sizes';
import { describeReading } from './suites/reading';
import type { TestClients } from './test-clients';

jest.setTimeout(600_000);

describeConformance((start) => {
  let clients: TestClients;
  const open = () => clients;

  beforeAll(async () => {
    clients = await start();
  }, 600_000);

  afterAll(() => clients.close());

  describeListing(open);
  describeGroups(open);
  describeMessages(open);
  describeReading(open);
  describePageSizes(open);
});
