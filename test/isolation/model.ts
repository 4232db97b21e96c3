/** Who may see what, by the rules of the contract and of decision 29, in as few lines as it takes. */

export interface Said {
  readonly id: string;
  readonly sender: string;
  /** The one word that tells it apart; null once it is deleted. */
  word: string | null;
  /** As `name account`. They go with the words. */
  readonly reactions: Set<string>;
}

/** What somebody began to write in a place, for themselves alone. */
export interface Draft {
  readonly site: string;
  readonly person: string;
  readonly place: Place;
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
  isPublic: boolean;
  /** Who is in it, and the message after which they read, empty for all; in the order in which they came. */
  readonly members: Map<string, string>;
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
  /** Who is away, by `site person`, with the word that they leave. */
  readonly absences = new Map<string, Absence>();

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

  draftsOf(person: string, site: string): Draft[] {
    return this.drafts.filter((draft) => draft.site === site && draft.person === person);
  }

  /** Whose absence this person may know of: nobody's who has blocked them. By account id. */
  absencesFor(person: string, site: string): (readonly [string, Absence])[] {
    return [...this.people].sort().flatMap((one) => {
      const absence = this.absences.get(`${site} ${one}`);
      if (absence === undefined || (absence.isToCome && one !== person)) return [];
      return this.isBlocked(site, one, person) ? [] : [[one, absence] as const];
    });
  }

  lastId({ said }: Place): string {
    return said.reduce((last, { id }) => (id > last ? id : last), '');
  }

  leave(place: Place, person: string): void {
    place.members.delete(person);
    if (place.owner === person) place.owner = [...place.members.keys()][0] ?? null;
  }
}
