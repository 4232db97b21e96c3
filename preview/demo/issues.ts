import type { Issue, IssueChange, IssueComment, Project, StatusName } from '../../platform/jira/issues';
import type { JiraDocument } from '../../platform/jira/jira-document';
import { type DemoTime, timeOf } from './demo-time';
import { people } from './people';

export const demoProjects = {
  web: { id: '10000', key: 'WEB', name: 'Web shop' },
  ops: { id: '10001', key: 'OPS', name: 'Store operations' },
} as const satisfies Readonly<Record<string, Project>>;

/** Something that a person did on an issue: said, moved to another status, or gave to someone. People are named by handle. */
interface Deed {
  readonly by: string;
  readonly at: DemoTime;
  readonly says?: string;
  readonly moves?: StatusName;
  readonly assigns?: string;
}

interface Plan extends Pick<Issue, 'summary' | 'type' | 'status' | 'priority' | 'description' | 'labels'> {
  readonly project: Project;
  readonly number: number;
  readonly created: DemoTime;
  readonly activity?: readonly Deed[];
  /** Whether someone has added the app's panel to it. */
  readonly hasPanel?: boolean;
  readonly reporter: string;
  readonly assignee: string | null;
  readonly visibleTo?: readonly string[];
  readonly watchers?: readonly string[];
}

const accountIdOf = (handle: string): string => {
  const person = people.find((candidate) => candidate.handle === handle);
  if (person === undefined) throw new Error(`There is no demo person ${handle}.`);
  return person.accountId;
};

const paragraphs = (...texts: readonly string[]): JiraDocument => ({
  version: 1,
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const web = (number: number, plan: Omit<Plan, 'project' | 'number'>): Plan => ({
  ...plan,
  project: demoProjects.web,
  number,
});
const ops = (number: number, plan: Omit<Plan, 'project' | 'number'>): Plan => ({
  ...plan,
  project: demoProjects.ops,
  number,
});

const firstIds: Readonly<Record<string, number>> = { WEB: 10_100, OPS: 10_200 };

/** The work items of the demo site, with what was done on them in the days before it began. */
export function writeIssues(began: Date): readonly Issue[] {
  return plans.map((plan) => writeIssue(plan, began));
}

function writeIssue(plan: Plan, began: Date): Issue {
  const { number, created, activity = [], hasPanel = false, reporter, assignee, visibleTo, watchers, ...fields } = plan;
  const { key } = plan.project;
  const id = String((firstIds[key] ?? 0) + number);
  return {
    ...fields,
    id,
    key: `${key}-${number}`,
    reporterId: accountIdOf(reporter),
    assigneeId: assignee === null ? null : accountIdOf(assignee),
    visibleTo: visibleTo?.map(accountIdOf) ?? null,
    watcherIds: (watchers ?? []).map(accountIdOf),
    createdAt: timeOf(created, began),
    comments: activity.flatMap((deed, index) => writeComment(deed, `${id}${index}`, began)),
    changes: writeChanges(activity, began),
    hasPanels: hasPanel,
  };
}

function writeComment({ by, at, says }: Deed, id: string, began: Date): IssueComment[] {
  if (says === undefined) return [];
  return [{ id, authorId: accountIdOf(by), at: timeOf(at, began), body: paragraphs(says) }];
}

/** Each goes from where the one before it led. */
function writeChanges(activity: readonly Deed[], began: Date): readonly IssueChange[] {
  const changes: IssueChange[] = [];
  let status: StatusName = 'To Do';
  let assigneeId: string | null = null;
  for (const { by, at, moves, assigns } of activity) {
    const common = { authorId: accountIdOf(by), at: timeOf(at, began) };
    if (moves !== undefined) {
      changes.push({ ...common, field: 'status', from: status, to: moves });
      status = moves;
    }
    if (assigns !== undefined) {
      const to = accountIdOf(assigns);
      changes.push({ ...common, field: 'assignee', from: assigneeId, to });
      assigneeId = to;
    }
  }
  return changes;
}

const plans: readonly Plan[] = [
  web(1, {
    created: [6, '09:05'],
    activity: [
      { by: 'alice', at: [6, '09:06'], assigns: 'bob' },
      { by: 'carla', at: [5, '11:20'], says: 'Happens on my machine too, in a window that stayed open since Friday.' },
      { by: 'bob', at: [4, '10:02'], moves: 'In Progress' },
      { by: 'bob', at: [2, '16:41'], says: 'The refresh of the token loses a race. A fix is in review.' },
    ],
    hasPanel: true,
    summary: 'Login page shows a blank form after the session has expired',
    type: 'Bug',
    status: 'In Progress',
    priority: 'High',
    description: paragraphs(
      'Leave the shop open overnight, then choose “Sign in”. The form appears without its fields until the page is loaded a second time.',
      'Seen on the test server and once by a customer. The browser’s console names an expired token.',
    ),
    labels: ['login', 'customer-reported'],
    reporter: 'alice',
    assignee: 'bob',
    watchers: ['alice', 'carla', 'emi'],
  }),
  web(2, {
    created: [12, '14:30'],
    activity: [
      { by: 'carla', at: [12, '14:31'], assigns: 'alice' },
      {
        by: 'alice',
        at: [8, '09:40'],
        says: 'Accounting wants the order number on the invoice. I have added it to the story.',
      },
    ],
    hasPanel: true,
    summary: 'Let people pay by invoice',
    type: 'Story',
    status: 'To Do',
    priority: 'Medium',
    description: paragraphs(
      'As a buyer for a school I want to pay by invoice, so that our office can settle it monthly.',
    ),
    labels: ['checkout'],
    reporter: 'carla',
    assignee: 'alice',
  }),
  web(3, {
    created: [9, '10:00'],
    summary: 'Choose names for the new delivery options',
    type: 'Task',
    status: 'To Do',
    priority: 'Low',
    description: paragraphs('Three options, each in five words or fewer. Nobody has taken this one yet.'),
    labels: ['copy'],
    reporter: 'alice',
    assignee: null,
  }),
  web(4, {
    created: [5, '08:12'],
    activity: [
      { by: 'bob', at: [5, '08:13'], assigns: 'dan' },
      { by: 'dan', at: [5, '09:30'], moves: 'In Progress' },
      { by: 'alice', at: [1, '13:05'], says: 'Dan has left us. Who knows the queue?' },
    ],
    hasPanel: true,
    summary: 'Order confirmation is sent twice',
    type: 'Bug',
    status: 'In Progress',
    priority: 'Highest',
    description: paragraphs(
      'Two mails, a second apart, with the same order number. Dan had begun to look into the queue.',
    ),
    labels: ['mail', 'orders'],
    reporter: 'bob',
    assignee: 'dan',
  }),
  web(5, {
    created: [15, '11:00'],
    activity: [
      { by: 'bob', at: [15, '11:02'], assigns: 'carla' },
      { by: 'carla', at: [10, '15:20'], moves: 'In Progress' },
      { by: 'carla', at: [3, '17:45'], says: 'Twenty-two thousand are over, no address broken so far.' },
    ],
    hasPanel: true,
    summary: 'Move product pictures to the new storage',
    type: 'Task',
    status: 'In Progress',
    priority: 'Medium',
    description: paragraphs('About forty thousand pictures. The old addresses have to keep working.'),
    labels: ['storage'],
    reporter: 'bob',
    assignee: 'carla',
  }),
  web(6, {
    created: [7, '12:10'],
    activity: [
      { by: 'carla', at: [7, '12:11'], assigns: 'emi' },
      { by: 'emi', at: [2, '09:15'], says: 'The index folds the words of the products and not those of the question.' },
    ],
    summary: 'Search finds nothing for words with an accent',
    type: 'Bug',
    status: 'To Do',
    priority: 'High',
    description: paragraphs('“Café” finds no product, “cafe” finds eleven.'),
    labels: ['search'],
    reporter: 'carla',
    assignee: 'emi',
  }),
  web(7, {
    created: [20, '09:00'],
    activity: [
      { by: 'alice', at: [20, '09:01'], assigns: 'release-bot' },
      { by: 'release-bot', at: [14, '06:00'], moves: 'In Progress' },
      { by: 'release-bot', at: [14, '06:02'], moves: 'Done' },
    ],
    summary: 'Publish the release notes of version 4.2',
    type: 'Task',
    status: 'Done',
    priority: 'Low',
    description: paragraphs('Written and published by the release app.'),
    labels: ['release'],
    reporter: 'alice',
    assignee: 'release-bot',
  }),
  web(8, {
    created: [3, '18:20'],
    activity: [{ by: 'alice', at: [2, '08:30'], says: 'The customer answers by tomorrow.' }],
    hasPanel: true,
    summary: 'Customer cannot open the parcel’s tracking page',
    type: 'Bug',
    status: 'To Do',
    priority: 'Medium',
    description: paragraphs('Came in over the help portal. Waiting for the customer to say which parcel it is.'),
    labels: ['support'],
    reporter: 'portal-pat',
    assignee: 'portal-pat',
  }),
  web(9, {
    created: [4, '07:55'],
    activity: [{ by: 'alice', at: [4, '07:56'], assigns: 'bob' }],
    hasPanel: true,
    summary: 'Vouchers can be redeemed more than once',
    type: 'Bug',
    status: 'To Do',
    priority: 'Highest',
    description: paragraphs(
      'Not public until it is mended: two requests at the same moment both count. Only Alice and Bob see this issue.',
    ),
    labels: ['security'],
    reporter: 'alice',
    assignee: 'bob',
    visibleTo: ['alice', 'bob'],
    watchers: ['carla'],
  }),
  web(10, {
    created: [11, '10:45'],
    activity: [
      { by: 'alice', at: [11, '10:46'], assigns: 'carla' },
      { by: 'carla', at: [6, '14:00'], moves: 'In Progress' },
      { by: 'emi', at: [5, '15:12'], says: 'Readers of screens need the price in words as well.' },
    ],
    summary: 'Show the price per kilogram in the basket',
    type: 'Story',
    status: 'In Progress',
    priority: 'Medium',
    description: paragraphs(
      'The law asks for it from January on. The data is there already, the basket does not show it.',
    ),
    labels: ['basket', 'legal'],
    reporter: 'alice',
    assignee: 'carla',
  }),
  web(11, {
    created: [2, '13:30'],
    summary: 'The newsletter form takes addresses without an @',
    type: 'Bug',
    status: 'To Do',
    priority: 'Low',
    description: paragraphs('Eleven of them last week. The provider counts each as a bounce.'),
    labels: ['newsletter'],
    reporter: 'emi',
    assignee: null,
  }),
  web(12, {
    created: [18, '16:00'],
    activity: [
      { by: 'carla', at: [18, '16:01'], assigns: 'bob' },
      { by: 'bob', at: [13, '11:10'], moves: 'In Progress' },
      { by: 'bob', at: [9, '17:00'], moves: 'Done' },
      { by: 'carla', at: [8, '08:20'], says: 'Checked on three phones. Thank you!' },
    ],
    summary: 'Pages jump when the pictures arrive',
    type: 'Bug',
    status: 'Done',
    priority: 'Medium',
    description: paragraphs('Every picture gets its width and height in the page, so that the text stays where it is.'),
    labels: ['speed'],
    reporter: 'carla',
    assignee: 'bob',
  }),
  ops(1, {
    created: [10, '07:30'],
    activity: [
      { by: 'emi', at: [10, '07:31'], assigns: 'bob' },
      { by: 'bob', at: [9, '09:00'], moves: 'In Progress' },
      { by: 'emi', at: [1, '08:50'], says: 'The second printer arrived. It stands beside the first one.' },
    ],
    hasPanel: true,
    summary: 'Labels of the parcel printer come out cut off',
    type: 'Bug',
    status: 'In Progress',
    priority: 'High',
    description: paragraphs(
      'The last line is missing since the new rolls. About one parcel in thirty comes back for it.',
    ),
    labels: ['warehouse'],
    reporter: 'emi',
    assignee: 'bob',
  }),
  ops(2, {
    created: [8, '09:20'],
    summary: 'Plan who is on call over the holidays',
    type: 'Task',
    status: 'To Do',
    priority: 'High',
    description: paragraphs('Two people a day, nobody on more than three days. Wishes until Friday.'),
    labels: ['on-call'],
    reporter: 'alice',
    assignee: 'alice',
  }),
  ops(3, {
    created: [6, '13:15'],
    activity: [{ by: 'carla', at: [6, '13:16'], assigns: 'emi' }],
    hasPanel: true,
    summary: 'Tell buyers when their parcel is late',
    type: 'Story',
    status: 'To Do',
    priority: 'Medium',
    description: paragraphs(
      'The carrier knows a day before the buyer does. One mail, and no apology of three paragraphs.',
    ),
    labels: ['mail', 'parcels'],
    reporter: 'carla',
    assignee: 'emi',
  }),
  ops(4, {
    created: [5, '15:40'],
    activity: [
      { by: 'bob', at: [5, '15:41'], assigns: 'carla' },
      { by: 'carla', at: [2, '10:30'], moves: 'In Progress' },
    ],
    summary: 'Count the stock of the second hall',
    type: 'Task',
    status: 'In Progress',
    priority: 'Medium',
    description: paragraphs('Shelves 40 to 92. The numbers of August are off by a pallet.'),
    labels: ['stock'],
    reporter: 'bob',
    assignee: 'carla',
  }),
  ops(5, {
    created: [16, '08:00'],
    activity: [
      { by: 'alice', at: [16, '08:01'], assigns: 'emi' },
      { by: 'emi', at: [12, '12:00'], moves: 'Done' },
    ],
    summary: 'Renew the contract with the carrier',
    type: 'Task',
    status: 'Done',
    priority: 'High',
    description: paragraphs('Signed for two years, with pick-up at six instead of four.'),
    labels: ['contracts'],
    reporter: 'alice',
    assignee: 'emi',
  }),
  ops(6, {
    created: [3, '06:45'],
    activity: [
      {
        by: 'bob',
        at: [3, '06:50'],
        says: 'It stopped by itself after ten minutes. I leave this open until we know why.',
      },
    ],
    summary: 'The alarm of the cold store went off without a reason',
    type: 'Bug',
    status: 'To Do',
    priority: 'Highest',
    description: paragraphs('Nine degrees on the display, four on the thermometer beside it.'),
    labels: ['cold-store'],
    reporter: 'bob',
    assignee: null,
  }),
  ops(7, {
    created: [13, '10:10'],
    activity: [{ by: 'carla', at: [13, '10:12'], assigns: 'alice' }],
    summary: 'Let a buyer choose the hour of delivery',
    type: 'Story',
    status: 'To Do',
    priority: 'Low',
    description: paragraphs('The carrier offers four windows a day. Two would do to begin with.'),
    labels: ['parcels'],
    reporter: 'carla',
    assignee: 'alice',
  }),
  ops(8, {
    created: [4, '14:25'],
    activity: [{ by: 'emi', at: [4, '14:26'], assigns: 'carla' }],
    summary: 'Returns of the week are booked twice',
    type: 'Bug',
    status: 'To Do',
    priority: 'High',
    description: paragraphs('Whoever scans the slip and the parcel books it twice. The till does not notice.'),
    labels: ['returns'],
    reporter: 'emi',
    assignee: 'carla',
  }),
];
