import type { DemoTime } from './demo-time';

/** A message of the demo site, in Markdown. */
export interface DemoMessage {
  /** A handle, or the name of the rule that wrote it. */
  readonly from: string;
  readonly at: DemoTime;
  readonly says: string;
  /** Key of the work item that it is about; null for none. */
  readonly about: string | null;
}

/** A conversation between two, or a group with a name. */
export interface DemoConversation {
  readonly people: readonly string[];
  /** Absent for a direct one; the first of the people owns a group. */
  readonly group?: { readonly name: string; readonly topic: string };
  readonly messages: readonly DemoMessage[];
  /** Who has read how many of the messages; whoever is not named has read what they wrote themselves, and all before. */
  readonly read?: Readonly<Record<string, number>>;
}

const about =
  (key: string | null) =>
  (from: string, at: DemoTime, says: string): DemoMessage => ({
    from,
    at,
    says,
    about: key,
  });
const login = about('WEB-1');
const invoice = about('WEB-2');
const storage = about('WEB-5');
const accents = about('WEB-6');
const printer = about('OPS-1');
const late = about('OPS-3');
const campaign = about(null);

/** What the people of the demo site wrote to each other in the week before it began. */
export const conversations: readonly DemoConversation[] = [
  {
    people: ['alice', 'bob'],
    messages: [
      login('alice', [4, '09:50'], 'Can you look at the **login page**? The form comes up empty after the night.'),
      login('bob', [4, '10:04'], 'Looking. Is it only the test server?\n\n- which browser\n- which hour, about'),
      login('alice', [4, '10:11'], 'One customer saw it too, at `07:40`. Firefox, she says.'),
      login('bob', [4, '15:32'], 'Found it: the token is renewed twice at once, and the second one loses.'),
      login('alice', [2, '16:50'], 'I read your comment. Do you need somebody to test it?'),
      login('bob', [2, '16:58'], 'Carla has offered. Tomorrow before noon.'),
      printer(
        'bob',
        [1, '09:10'],
        'About the printer: may I order new rolls on your cost centre? It is 84 € for a year.',
      ),
      printer('alice', [1, '09:31'], 'Yes, go ahead. :)'),
      login('bob', [1, '14:20'], 'The fix is **through review**. Shall I ship it today, or do we wait for Monday?'),
    ],
  },
  {
    people: ['alice', 'carla'],
    messages: [
      invoice(
        'carla',
        [8, '09:52'],
        'Thank you for the order number. Does *payment within 14 days* hold for schools as well?',
      ),
      invoice('alice', [8, '10:20'], 'Schools have 30. I ask accounting for the sentence that has to be on it.'),
      storage('alice', [3, '17:50'], 'Twenty-two thousand already! Do you need the weekend for the rest?'),
      storage('carla', [3, '18:02'], 'No, it runs by itself. I look at it twice a day.'),
      invoice(
        'carla',
        [1, '11:15'],
        'Accounting has answered me, too. Their sentence:\n\n> Payable within 30 days without deduction.\n\nOK for you?',
      ),
    ],
  },
  {
    people: ['bob', 'carla'],
    messages: [
      login('carla', [2, '17:05'], 'I can test the login tomorrow before noon. Which build?'),
      login('bob', [2, '17:12'], 'The one of tonight, `4.3.0-rc2`. I write to you when it is on staging.'),
      login('bob', [1, '09:02'], 'It is there.'),
      login('carla', [1, '11:44'], 'Three browsers, two of them left open over night: **works**. You may close it.'),
    ],
    read: { bob: 4 },
  },
  {
    people: ['bob', 'emi'],
    messages: [
      printer('emi', [9, '09:20'], 'Thank you for taking it. I put two of the cut labels on your desk.'),
      printer(
        'bob',
        [9, '09:41'],
        'The margin is set to the old rolls. I change it in the evening when nobody prints.',
      ),
      printer('emi', [1, '08:55'], 'The second printer is here. Which of the two do you want to set up first?'),
    ],
  },
  {
    people: ['carla', 'emi'],
    messages: [
      accents('carla', [2, '10:05'], 'I saw your comment. So the mistake is in the question and not in the index?'),
      accents('emi', [2, '10:30'], 'Yes. Half a day, I think. 来週の月曜日に直します。'),
      late(
        'carla',
        [1, '15:00'],
        'When you are through with the search: the carrier has sent us the description of their messages.',
      ),
    ],
  },
  {
    people: ['alice', 'bob', 'carla', 'emi'],
    group: { name: 'Spring campaign', topic: 'What goes live when' },
    messages: [
      campaign('alice', [5, '13:00'], 'The banner goes live on the 3rd. Who writes the three lines for it?'),
      campaign('emi', [5, '13:20'], 'I can. In two languages.'),
      campaign('bob', [5, '13:22'], 'Then I take the page behind it.'),
      campaign('carla', [1, '16:10'], 'Pictures are ready, they are in the usual folder.'),
    ],
    read: { alice: 4, bob: 3, emi: 3 },
  },
];

/** Rules that have run on the demo site by the time that somebody looks at it, each on one work item. */
export const pastRuns: readonly { readonly rule: string; readonly on: string }[] = [
  { rule: 'tell-the-assignee', on: 'WEB-1' },
  { rule: 'tell-the-assignee', on: 'WEB-2' },
  { rule: 'when-assigned', on: 'OPS-1' },
];
