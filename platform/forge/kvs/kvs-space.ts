import type { Change, KeptMap } from '../../clock/kept-map';
import type { RuleBook } from '../../rules/rules';
import { checkKey, checkValue } from './check-entry';
import { KvsRefusal } from './kvs-refusal';
import type { KvsEntry, SetOptions, SetRequest } from './kvs-requests';

/** An expired key stays for up to 48 h, and we let it stay as long as it may: no app should count on less. */
const readableAfterExpiry = 48 * 3_600_000;
const units: Readonly<Record<string, number>> = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

/** The keys of one kind, plain or secret. Neither sees the other's. */
export interface KvsSpace {
  find(key: string): KvsEntry | undefined;
  /** By key, in the order of their code units. */
  list(prefix: string): readonly (readonly [string, KvsEntry])[];
  /** What `set` would change, without doing it. @throws KvsRefusal */
  changeTo(request: SetRequest): Change<KvsEntry>;
  removal(key: unknown): Change<KvsEntry>;
}

export function createSpace(kept: KeptMap<KvsEntry>, name: string, now: () => number, rules: RuleBook): KvsSpace {
  const inner = (key: string): string => `${name}/${key}`;
  const isGone = (entry: KvsEntry): boolean => {
    const stay = rules.hold('expired-keys-stay-for-a-while') ? readableAfterExpiry : 0;
    return entry.expireTime !== undefined && Date.parse(entry.expireTime) + stay <= now();
  };
  const find = (key: string): KvsEntry | undefined => {
    const entry = kept.get(inner(key));
    return entry === undefined || isGone(entry) ? undefined : entry;
  };
  return {
    find,
    list: (prefix) =>
      kept
        .entries()
        .filter(([key, entry]) => key.startsWith(inner(prefix)) && !isGone(entry))
        .map(([key, entry]) => [key.slice(name.length + 1), entry] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    changeTo: ({ key, value, options = {} }) => {
      const checked = checkKey(key);
      const before = find(checked);
      const isTaken = options.keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined;
      if (isTaken && rules.hold('keys-are-taken-once')) {
        throw new KvsRefusal(409, 'KEY_CONFLICT', 'The key exists already.');
      }
      const time = now();
      const entry = { value: checkValue(value, rules), createdAt: before?.createdAt ?? time, updatedAt: time };
      return [inner(checked), { ...entry, ...readExpiry(options, time) }];
    },
    removal: (key) => [inner(checkKey(key)), undefined],
  };
}

function readExpiry({ ttl }: SetOptions, time: number): { expireTime?: string } {
  if (ttl === undefined) return {};
  const unit = units[ttl.unit];
  if (unit === undefined || !Number.isInteger(ttl.value) || ttl.value < 1) {
    throw new KvsRefusal(400, 'INVALID_TTL', 'A ttl is a whole number of SECONDS, MINUTES, HOURS or DAYS.');
  }
  return { expireTime: new Date(time + ttl.value * unit).toISOString() };
}
