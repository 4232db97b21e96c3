import type { Preference } from '../../contract/people';

/** What holds for who never chose: all is on. */
export const defaultPreference: Preference = Object.freeze({
  receipts: true,
  mentionsPassMute: true,
  notices: Object.freeze({ person: true, rule: true, client: true }),
});
