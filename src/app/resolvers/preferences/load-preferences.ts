import type { Absence, Choices, InboxEntry, QuietHours } from '../../definitions';
import type { Person } from '../../definitions/person';
import { toEntry } from '../listing/to-entry';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { listBlocked } from './list-blocked';
import { listMuted } from './list-muted';

interface Preferences {
  readonly choices: Choices;
  readonly quiet: QuietHours | null;
  readonly away: Absence<Person> | null;
  readonly blocked: readonly Person[];
  readonly muted: readonly InboxEntry[];
}

/** What the asker chose, whom they blocked, and what they muted of late. */
export async function loadPreferences(asker: SiteAsker): Promise<Preferences> {
  const [{ receipts, mentionsPassMute = null, enterSends = null, quiet = null, away, notices }, blocked, muted] =
    await Promise.all([
      asker.client.getPreference({ params: { cloudId: asker.site } }),
      listBlocked(asker),
      listMuted(asker),
    ]);
  return {
    choices: {
      mailOfPeople: notices.person,
      mailOfRules: notices.rule,
      mailOfPrograms: notices.client,
      receipts,
      mentionsPassMute,
      enterSends,
    },
    quiet,
    away: away ? { ...away, substitute: away.substitute === null ? null : personOf(away.substitute) } : null,
    blocked: blocked.map(personOf),
    muted: muted.map((conversation) => toEntry(conversation, asker.accountId)),
  };
}
