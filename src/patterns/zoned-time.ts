/** A moment on the clock and the calendar of a place. */
export interface ZonedTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday, as `Date` counts. */
  readonly weekday: number;
  /** Since midnight by the clock: 0 to 1,439. */
  readonly minutes: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Whether this engine knows the time zone, an IANA name (`Europe/Berlin`). */
export function isTimeZone(zone: string): boolean {
  try {
    // No name is none, and not the zone of this machine.
    return zone !== '' && formatOf(zone) !== null;
  } catch {
    return false;
  }
}

/** What a clock shows at a moment. @throws RangeError where the zone is none */
export function readZoned(at: Date, zone: string | undefined): ZonedTime {
  const local = new Date(writeAsUtc(at, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

/**
 * The moment at which a clock shows this, the first one where it does twice; where it never does, since the clock is put
 * forward over it, the moment at which it is put forward.
 * @param day of the month, which may lie beyond its end: the next month's then
 */
export function findInstant(
  { year, month, day, minutes }: Pick<ZonedTime, 'year' | 'month' | 'day' | 'minutes'>,
  zone: string | undefined,
): Date {
  const wanted = Date.UTC(year, month - 1, day) + minutes * minuteMs;
  // No clock is further from UTC than a day, nor put forward or back twice within two.
  const offsets = [wanted - dayMs, wanted + dayMs].map((at) => writeAsUtc(new Date(at), zone) - at);
  const candidates = offsets.map((offset) => wanted - offset).sort((one, other) => one - other);
  const shown = candidates.find((at) => writeAsUtc(new Date(at), zone) === wanted);
  if (shown !== undefined) return new Date(shown);
  const [before = 0, after = 0] = candidates;
  return findTurn(before, after, wanted, zone);
}

/** The first moment between two at which the clock shows more than what is wanted. */
function findTurn(from: number, to: number, wanted: number, zone: string | undefined): Date {
  let [before, after] = [Math.floor(from / minuteMs), Math.ceil(to / minuteMs)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (writeAsUtc(new Date(middle * minuteMs), zone) > wanted) after = middle;
    else before = middle;
  }
  return new Date(after * minuteMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** A format costs more to make than to use. Zones are some 400. */
const mostFormats = 500;

function formatOf(zone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(zone ?? '');
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', timeZone: zone },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(zone ?? '', made);
  return made;
}

/** What the clock shows, as the moment at which one of UTC shows the same; whole seconds. Milliseconds since 1970. */
function writeAsUtc(at: Date, zone: string | undefined): number {
  const parts = formatOf(zone).formatToParts(at);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((name) => Number(parts.find(({ type }) => type === name)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
