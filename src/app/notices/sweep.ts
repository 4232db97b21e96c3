import type { DueReminder } from '../../contract/follow-up';
import type { Unread } from '../../contract/people';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { identifyOwnSite } from '../site/identify-own-site';
import type { EndedHolds } from './sweeping/ended-holds';
import { type EndedHold, listEnded, noteLeftEnds, tellEnded } from './sweeping/sweep-holds';
import { type SweepLane, type SweepRun, sweepLane } from './sweeping/sweep-lane';
import { tellUnread } from './sweeping/sweep-mail';
import { listDue, tellDue } from './sweeping/sweep-reminders';
import { listUnread } from './unread/list-unread';

/** Milliseconds, as all that follows. The manifest gives 240 seconds, and the next run begins after 300. */
const budget = 180_000;
const keptForReminders = 30_000;
const day = 86_400_000;
/** How far back any run looks behind its lane's own age: the marks of mails are kept for longer. */
const furthestBack = 3 * day;
/** The receivers of one message get one mail, however many they are. */
const pagesTogether = 20;

const list: SweepLane<Unread>['list'] = ({ client, site }, span, from) => listUnread(client, site, span, from);
/** What no queue knows of, once it is old enough to have been read: who reads within a minute gets no mail. */
const firstMails: SweepLane<Unread> = {
  ...{ name: 'first', age: 60_000, firstLook: 300_000, furthestBack, pagesTogether, every: 0, list },
  tell: (found, run) => tellUnread(found, run, 'first'),
};
/**
 * What mentions somebody, before all else: of a message that is both, the mail says so. In its first run it looks back as
 * the other lane does.
 */
const mentions: SweepLane<Unread> = {
  ...{ ...firstMails, name: 'mention' },
  list: ({ client, site }, span, from) => listUnread(client, site, span, from, 'mention'),
  tell: (found, run) => tellUnread(found, run, 'mention'),
};
/** What is unread after a day, once an hour: whoever waits for a day waits for that. */
const reminders: SweepLane<Unread> = {
  ...{ name: 'reminder', age: day, firstLook: 0, furthestBack, pagesTogether, every: 3_600_000, list },
  tell: (found, run) => tellUnread(found, run, 'reminder'),
};
/** Reminders that people set for themselves: none is ever set behind the time that it is. */
const dueReminders: SweepLane<DueReminder> = {
  ...{ name: 'due', age: 0, firstLook: 300_000, furthestBack, pagesTogether, every: 0 },
  ...{ list: listDue, tell: tellDue },
};

/**
 * What was held until quiet hours or an absence ended, before all else: of what came in their last minutes the one mail
 * about all of it tells, too.
 */
const holds: SweepLane<EndedHold> = {
  ...{ name: 'hold', age: 0, firstLook: 300_000, furthestBack, pagesTogether: 1, every: 0 },
  ...{ list: listEnded, tell: tellEnded },
};

/** @throws ApiError, StorageError */
async function sweepHolds(run: SweepRun): Promise<boolean> {
  const isWhole = await sweepLane(run, holds);
  if (!isWhole) await noteLeftEnds(run);
  return isWhole;
}

/** A lane of whatever is looked for. @throws ApiError, StorageError */
const lane = <Found>(it: SweepLane<Found>, most: number) => ({
  most,
  sweep: (run: SweepRun) => sweepLane(run, it),
});
/** In this order, each until so long after the beginning: however much the first of them find, reminders have their time. */
const lanes = [
  { most: budget / 2, sweep: sweepHolds },
  lane(mentions, budget - keptForReminders),
  lane(firstMails, budget - keptForReminders),
  lane(dueReminders, budget),
  lane(reminders, budget),
];

/**
 * Every five minutes: tells of what came from outside the app, of which no queue knows, reminds whoever wanted to be reminded
 * by now, and reminds of what was not read for a day. What fails is not lost: the next run goes on where this one stopped. It
 * keeps no other lane from its turn.
 * @throws ApiError, StorageError, the first of this run, for the platform's log
 */
export async function unreadSweep(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const start = Date.now();
  const site = identifyOwnSite(context);
  if (site === null) throw new Error('The platform does not say for which site this runs');
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const failures: unknown[] = [];
  const ended: EndedHolds = new Map();
  for (const { sweep, most } of lanes) {
    const end = start + most;
    if (Date.now() > end) continue;
    await sweep({ client, site, end, ended }).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
