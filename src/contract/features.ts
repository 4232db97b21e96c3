/**
 * What this release can do that the one before it could not, by one word each: `health` lists them, so that an app that is
 * one release newer knows what it cannot ask yet.
 */
export const features = [
  'read-by-issue',
  'rule-accounts',
  'blocks-in-groups',
  'partial-preferences',
  'audit',
  'noted-deeds',
  'group-audience',
  'drafts',
  'reactions',
  'unread-until',
  'active-accounts',
  'follow-up',
  'groups-beside-issues',
  'list-filters',
  'read-all',
  'reports',
  'site-state',
  'mentions',
  'quiet',
] as const;

export type Feature = (typeof features)[number];
