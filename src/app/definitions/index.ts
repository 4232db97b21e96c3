import type { DraftDefinitions } from './draft';
import type { InboxDefinitions } from './inbox';
import type { LiveDefinitions } from './live';
import type { PanelDefinitions } from './panel';
import type { PreferenceDefinitions } from './preferences';
import type { QuietDefinitions } from './quiet';
import type { OwnReportDefinitions } from './report';

export type * from './conversation';
export type * from './draft';
export type * from './follow-up';
export type * from './inbox';
export type * from './inbox-entry';
export { keyOfPerson, personOfKey } from './inbox-key';
export { isolateText, toOneLine, toPlainLine } from './isolate-text';
export type * from './live';
export { liveChannel } from './live';
export type * from './mail-closure';
export type * from './message';
export { longestText } from './message';
export type * from './panel';
export { mostBeside } from './panel';
export type * from './preferences';
export type * from './problem';
export type * from './quiet';
export type * from './report';
export { longestNote } from './report';
export type * from './settings';

/** What the views of people may ask, on an issue, in the inbox and on the personal settings page: one function of the manifest. */
export type PeopleDefinitions = PanelDefinitions &
  InboxDefinitions &
  DraftDefinitions &
  PreferenceDefinitions &
  QuietDefinitions &
  OwnReportDefinitions &
  LiveDefinitions;
