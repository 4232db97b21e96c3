import type { Issue, Project } from '../../platform/jira/issues';
import type { JiraDocument } from '../../platform/jira/jira-document';
import { people } from './people';

/** An issue that somebody reported. */
export interface DemoIssue extends Issue {
  readonly reporterId: string;
}

export const demoProject: Project = Object.freeze({ id: '10000', key: 'WEB', name: 'Web shop' });

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

/** Numbers of issues where nobody has added a panel yet. */
const withoutPanel: readonly number[] = [6, 7];

const issue = (
  number: number,
  fields: Omit<DemoIssue, 'id' | 'key' | 'project' | 'reporterId' | 'assigneeId' | 'visibleTo'> & {
    reporter: string;
    assignee: string | null;
    visibleTo?: readonly string[];
  },
): DemoIssue => {
  const { reporter, assignee, visibleTo, ...rest } = fields;
  return {
    ...rest,
    project: demoProject,
    id: String(10_100 + number),
    key: `${demoProject.key}-${number}`,
    reporterId: accountIdOf(reporter),
    assigneeId: assignee === null ? null : accountIdOf(assignee),
    visibleTo: visibleTo?.map(accountIdOf) ?? null,
    // Where people have written before, somebody has added it.
    hasPanels: !withoutPanel.includes(number),
  };
};

export const issues: readonly DemoIssue[] = [
  issue(1, {
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
  }),
  issue(2, {
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
  issue(3, {
    summary: 'Choose names for the new delivery options',
    type: 'Task',
    status: 'To Do',
    priority: 'Low',
    description: paragraphs('Three options, each in five words or fewer. Nobody has taken this one yet.'),
    labels: ['copy'],
    reporter: 'alice',
    assignee: null,
  }),
  issue(4, {
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
  issue(5, {
    summary: 'Move product pictures to the new storage',
    type: 'Task',
    status: 'In Progress',
    priority: 'Medium',
    description: paragraphs('About forty thousand pictures. The old addresses have to keep working.'),
    labels: ['storage'],
    reporter: 'bob',
    assignee: 'carla',
  }),
  issue(6, {
    summary: 'Search finds nothing for words with an accent',
    type: 'Bug',
    status: 'To Do',
    priority: 'High',
    description: paragraphs('“Café” finds no product, “cafe” finds eleven.'),
    labels: ['search'],
    reporter: 'carla',
    assignee: 'emi',
  }),
  issue(7, {
    summary: 'Publish the release notes of version 4.2',
    type: 'Task',
    status: 'Done',
    priority: 'Low',
    description: paragraphs('Written and published by the release app.'),
    labels: ['release'],
    reporter: 'alice',
    assignee: 'release-bot',
  }),
  issue(8, {
    summary: 'Customer cannot open the parcel’s tracking page',
    type: 'Bug',
    status: 'To Do',
    priority: 'Medium',
    description: paragraphs('Came in over the help portal. Waiting for the customer to say which parcel it is.'),
    labels: ['support'],
    reporter: 'portal-pat',
    assignee: 'portal-pat',
  }),
  issue(9, {
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
  }),
];
