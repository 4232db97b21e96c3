import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { identifyOwnSite } from '../site/identify-own-site';
import { type SweepLane, sweepLane } from './sweeping/sweep-lane';

/** Milliseconds, as all that follows. The manifest gives 240 seconds, and the next run begins after 300. */
const budget = 180_000;
const day = 86_400_000;
/** How far back any run looks behind its lane's own age: the marks of mails are kept for longer. */
const furthestBack = 3 * day;

/** What no queue knows of, once it is old enough to have been read: who reads within a minute gets no mail. */
const firstMails: SweepLane = { name: 'first', age: 60_000, firstLook: 300_000, furthestBack, every: 0 };
/**
 * What mentions somebody, before all else: of a message that is both, the mail says so. In its first run it looks back as
 * the other lane does.
 */
const mentions: SweepLane = { ...firstMails, name: 'mention' };
/** What is unread after a day, once an hour: whoever waits for a day waits for that. */
const reminders: SweepLane = { name: 'reminder', age: day, firstLook: 0, furthestBack, every: 3_600_000 };

/**
 * Every five minutes: tells of what came from outside the app, of which no queue knows, and reminds of what was not read
 * for a day. What fails is not lost: the next run goes on where this one stopped.
 * @throws ApiError, StorageError, for the platform's log
 */
export async function unreadSweep(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const end = Date.now() + budget;
  const site = identifyOwnSite(context);
  if (site === null) throw new Error('The platform does not say for which site this runs');
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const areMentionsDone = await sweepLane({ client, site, end }, mentions);
  const isDone = areMentionsDone && (await sweepLane({ client, site, end }, firstMails));
  if (isDone) await sweepLane({ client, site, end }, reminders);
}
