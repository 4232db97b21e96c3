import type { Preference } from '../../contract/people';

/** What holds for who never chose: all is told, by Enter nothing is sent. */
export const defaultPreference: Preference = Object.freeze({
  receipts: true,
  mentionsPassMute: true,
  enterSends: false,
  quiet: null,
  away: null,
  notices: Object.freeze({ person: true, rule: true, client: true }),
});
