import { type Reading, startReading } from './reading';

/** Who may see what, by the rules of the contract and of decision 29, in as few lines as it takes. */

export interface Said {
  readonly id: string;
  readonly sender: string;
  /** The one word that tells it apart; null once it is deleted. */
  word: string | null;
  /** The issue that it is about; null for none. */
  readonly about: string | null;
  /** Members to whom it was open when it mentioned them. */
  mentions: Set<string>;
  /** Whether its sender waits for an answer. */
  isQuestion: boolean;
  /** As `name account`. They go with the words. */
  readonly reactions: Set<string>;
}

/** What somebody wants to be reminded of, for themselves alone: a place, or a message in it. */
export interface Reminder {
  readonly site: string;
  readonly person: string;
  readonly place: Place;
  readonly messageId: string | null;
  readonly due: string;
}

/** What somebody showed to the administrators: the words as they stood then, and what they said beside them. */
export interface Report {
  readonly site: string;
  readonly id: string;
  readonly reporter: string;
  readonly place: Place;
  readonly message: Said;
  readonly word: string;
  readonly note: string;
  outcome: 'open' | 'removed' | 'dismissed';
}

/** What somebody began to write in a place, for themselves alone. */
export interface Draft {
  readonly site: string;
  readonly person: string;
  readonly place: Place;
  /** The issue that it is about; null for none. */
  readonly about: string | null;
  readonly word: string;
  readonly revision: string;
}

/** What somebody says to the people of a site while they are away. */
export interface Absence {
  readonly word: string;
  readonly substitute: string | null;
  /** Their own business until it begins. */
  readonly isToCome: boolean;
}

export interface Place {
  readonly site: string;
  readonly id: string;
  readonly kind: 'direct' | 'group';
  /** Of a group: a word that nobody else's has. */
  readonly name: string | null;
  /** The issue that it was begun beside; null for none. */
  readonly beside: string | null;
  /** Issues about which the service told something in it. */
  readonly told: Set<string>;
  isPublic: boolean;
  /** Who is in it, and the message after which they read, empty for all; in the order in which they came. */
  readonly members: Map<string, string>;
  /** How far each member has read. */
  readonly readings: Map<string, Reading>;
  /** The message after which those read who are not in it, where it is public. */
  publicFrom: string;
  owner: string | null;
  said: Said[];
}

export class Model {
  readonly places: Place[] = [];
  /** `site who whom`. */
  readonly blocks = new Set<string>();
  drafts: Draft[] = [];
  /** Who is away, by `site person`. */
  readonly absences = new Map<string, Absence>();
  /** Who chose quiet hours, by `site person`. */
  readonly quiet = new Set<string>();
  reminders: Reminder[] = [];
  readonly reports: Report[] = [];

  constructor(
    readonly sites: readonly [string, string],
    readonly people: readonly string[],
  ) {}

  of(site: string): Place[] {
    return this.places.filter((place) => place.site === site);
  }

  isBlocked(site: string, by: string, whom: string): boolean {
    return this.blocks.has(`${site} ${by} ${whom}`);
  }

  /** The message after which this person reads; null where they see nothing of it. */
  openFrom(person: string, { members, isPublic, publicFrom }: Place): string | null {
    return members.get(person) ?? (isPublic ? publicFrom : null);
  }

  sees(person: string, place: Place): boolean {
    return this.openFrom(person, place) !== null;
  }

  /** What of a place is open to them, deleted messages too, in its order. */
  read(person: string, place: Place): Said[] {
    const from = this.openFrom(person, place);
    if (from === null) return [];
    return place.said.filter(({ id }) => id > from).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Every word that this person may meet in this site: of messages and names of groups. */
  words(person: string, site: string): Set<string> {
    const seen = this.of(site).filter((place) => this.sees(person, place));
    const words = seen.flatMap((place) => [place.name, ...this.read(person, place).map(({ word }) => word)]);
    const drafts = this.draftsOf(person, site).map(({ word }) => word);
    const absences = this.absencesFor(person, site).map(([, { word }]) => word);
    return new Set([...words.filter((word) => word !== null), ...drafts, ...absences]);
  }

  /** Whether anything about the issue is open to them. */
  tellsOf(person: string, place: Place, issue: string): boolean {
    const isTold = place.members.has(person) && place.told.has(issue);
    return isTold || this.read(person, place).some(({ about }) => about === issue);
  }

  /** Who comes in begins behind what was said. */
  join(place: Place, person: string, openFrom: string, joinedAt: string): void {
    if (place.members.has(person)) return;
    place.members.set(person, openFrom);
    place.readings.set(person, startReading(joinedAt));
  }

  remindersOf(person: string, site: string): Reminder[] {
    return this.reminders.filter((one) => one.site === site && one.person === person);
  }

  /** Whose absence this person may know of: nobody's who has blocked them. By account id. */
  absencesFor(person: string, site: string): (readonly [string, Absence])[] {
    return [...this.people].sort().flatMap((one) => {
      const absence = this.absences.get(`${site} ${one}`);
      if (absence === undefined || (absence.isToCome && one !== person)) return [];
      return this.isBlocked(site, one, person) ? [] : [[one, absence] as const];
    });
  }

  draftsOf(person: string, site: string): Draft[] {
    return this.drafts.filter((draft) => draft.site === site && draft.person === person);
  }

  lastId({ said }: Place): string {
    return said.reduce((last, { id }) => (id > last ? id : last), '');
  }

  leave(place: Place, person: string): void {
    place.members.delete(person);
    place.readings.delete(person);
    for (const { mentions } of place.said) mentions.delete(person);
    this.reminders = this.reminders.filter((one) => one.person !== person || one.place !== place);
    if (place.owner === person) place.owner = [...place.members.keys()][0] ?? null;
  }

  /** Something said in its place: of two people it answers what the other one asked about the same. */
  say(place: Place, message: Said): void {
    for (const asked of place.kind === 'direct' ? place.said : []) {
      if (asked.id < message.id && asked.sender !== message.sender && asked.about === message.about) {
        asked.isQuestion = false;
      }
    }
    place.said.push(message);
  }

  /** The words go, and with them what was said of them. */
  erase(message: Said): void {
    message.word = null;
    message.isQuestion = false;
    message.mentions.clear();
    message.reactions.clear();
  }
}
