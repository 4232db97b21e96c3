import type { Issue } from '../../../platform/jira/issues';
import type { Person } from '../../../platform/jira/people';
import { type RuleName, rules } from '../../../platform/rules/rules';
import type { PlatformOptions } from '../../../platform/start/open-platform';
import { demoJira, openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';
import { breakers } from './breakers';

const [first] = demoJira.issues;
const closed = { ...(first as Issue), id: '10999', key: 'CLOSED-1', isClosedToApps: true };
const crowd = Array.from({ length: 1_100 }, (_, n): Person => {
  return { accountId: `557058:${n}`, accountType: 'atlassian', displayName: `Person ${n}`, active: true };
});
const jira = { ...demoJira, issues: [...demoJira.issues, closed], people: [...demoJira.people, ...crowd] };

/** Where a rule needs a site or a setting of its own. */
const settings: Partial<Readonly<Record<RuleName, Partial<Omit<PlatformOptions, 'clock'>>>>> = {
  'points-end': { pointsAnHour: 10 },
  'people-are-found-by-right': { jira: { ...jira, mayAppBrowseUsers: false } },
};

describe('the rules of the platform', () => {
  const { folder, remove } = temporaryFolder();
  let test: TestPlatform;
  let opened = 0;
  const open = async (name: RuleName, loosened: readonly RuleName[]) => {
    opened += 1;
    const transport = async () => Response.json({});
    const options = { jira, transport, asksEachPerson: false, ...settings[name], loosened };
    const own = { panel: () => ({ status: { type: 'badge', value: { label: '2' } } }) };
    test = await openTestPlatform({ folder: `${folder}/${opened}`, handlers: own, ...options });
  };
  // Before the room takes the console, so that it is quiet.
  beforeAll(() => jest.spyOn(console, 'debug').mockImplementation(() => undefined));
  afterEach(() => test.close());
  afterAll(() => {
    jest.restoreAllMocks();
    remove();
  });

  const names = Object.keys(rules) as RuleName[];
  it.each(names)('%s: what breaks it is refused, and passes where it is loosened by its name', async (name) => {
    await open(name, []);
    expect(await breakers[name](test)).toBe(false);
    await test.close();
    await open(name, [name]);
    expect(await breakers[name](test)).toBe(true);
  });

  it('each says what it is in a line, and where that is written', () => {
    for (const { says, source } of Object.values(rules)) {
      expect(says).not.toContain('\n');
      expect(source).toMatch(/\S/);
    }
  });
});
