export type * from './inbox';
export type * from './live';
export { liveChannel } from './live';
export type * from './message';
export { longestText } from './message';
export type * from './panel';
export type * from './preferences';
export type * from './problem';
export type * from './settings';
