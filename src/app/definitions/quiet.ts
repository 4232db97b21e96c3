import type { Person } from './person';
import type { Result } from './problem';

/** Hours in which somebody is told of nothing, by a clock of their own, on the days on which these begin. */
export interface QuietHours {
  /** An IANA name, `Europe/Berlin`. */
  readonly zone: string;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `HH:MM`. Hours that end no later than they begin reach into the next day. */
  readonly from: string;
  readonly until: string;
}

/** When somebody is away, ISO 8601, UTC; from `until` on they are back. */
export interface Absence<Substitute = string> {
  readonly from: string;
  readonly until: string;
  /** For whoever writes; may be empty. */
  readonly word: string;
  readonly substitute: Substitute | null;
}

/** Somebody who is away now, as whoever writes to them is told. */
export interface AwayPerson {
  readonly person: Person;
  readonly until: string;
  readonly word: string;
  readonly substitute: Person | null;
  /** Whether the reader may write to the substitute where they asked. */
  readonly mayWriteInstead: boolean;
}

/** What the reader chose and their own views heed. */
export interface OwnChoices {
  readonly enterSends: boolean;
  readonly quiet: QuietHours | null;
  readonly away: Pick<Absence, 'from' | 'until'> | null;
}

export type QuietDefinitions = {
  /** Who of these is away now. Asked only where the service knows of it. `begins`: whoever asks stands on no issue. */
  away: (ask: { people: readonly string[]; begins?: boolean }) => Result<{ away: readonly AwayPerson[] }>;
  /** Null for no quiet hours. */
  quietSave: (ask: { quiet: QuietHours | null }) => Result<object>;
  /** Null for who is back. */
  awaySave: (ask: { away: Absence | null }) => Result<object>;
};
