/**
 * Ids, keys and limits that app and service hold to. A pattern has no anchors, so that it can stand within another one;
 * `matchWhole` adds them.
 */

/** A site (`cloudId`), a conversation, a message: a UUID in its usual text form, upper or lower case. */
export const uuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** An Atlassian account id, or `client:<id>`, `app:<uuid>` for senders that are not people. */
export const accountId = '[A-Za-z0-9:_-]{1,128}';

/** Jira's numeric id of an issue or a project. */
export const jiraId = '[1-9][0-9]{0,18}';
export const issueKey = `[A-Z][A-Z0-9_]{0,254}-${jiraId}`;

/** An `Idempotency-Key`: visible ASCII characters. */
export const idempotencyKey = '[\\x21-\\x7e]{1,128}';

/** The longest name of a group or a client, label of an origin, and text of a search, in UTF-16 code units. */
export const longestName = 255;
export const longestTopic = 1000;
/** Of a page, in characters. What is in it is the service's own. */
export const longestCursor = 4096;

/** How many entries a page of a list has at most, and where nothing else is asked for. */
export const largestPage = 75;
/** How many members a group may have, and so how many names one change may hold. */
export const largestGroup = 500;
/** How many projects a site may have switched off: more than anybody names by hand. */
export const largestProjectList = 500;
/** How many people one person may have blocked in a site. */
export const maxBlocks = 1_000;
/** In how many places one person may have a draft in a site, and for how many days one is kept at most. */
export const maxDrafts = 200;
export const draftDays = 90;
/** How many reminders one person may have in a site, and for how many days one is kept after it was due. */
export const maxReminders = 200;
export const reminderDays = 90;
/** How many reports of one person may wait in a site, and how long what they add in words may be, in UTF-16 code units. */
export const maxOpenReports = 50;
export const longestReportNote = 500;
/** Days until a report that nobody decided loses its words, and until nothing is left of any. */
export const reportWaitDays = 30;
export const reportDays = 90;

/** A time zone by its IANA name: letters, unlike an offset, which says nothing of when clocks are put forward. */
export const timeZoneName = '[A-Za-z][A-Za-z0-9_+-]{0,31}(/[A-Za-z0-9_+-]{1,32}){0,3}';
/** A time by the clock, 00:00 to 23:59. */
export const timeOfDay = '([01][0-9]|2[0-3]):[0-5][0-9]';
/** The word of who is away, in code points; how far from now its dates may lie, in days; for how many it is kept afterwards. */
export const longestAwayWord = 280;
export const furthestAwayDays = 731;
export const awayDays = 30;
/** Of how many people one may be asked at once whether they are away. */
export const largestAwayQuestion = 25;

/** An expression that a text matches from its beginning to its end. */
export function matchWhole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}
