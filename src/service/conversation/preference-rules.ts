import type { Preference } from '../../contract/people';
import type { Away, QuietHours } from '../../contract/quiet';
import { furthestAwayDays, longestAwayWord } from '../../patterns/patterns';
import { isTimeZone } from '../../patterns/zoned-time';
import { AppError, refuseField } from '../errors/app-error';
import { decideDirect } from './access';
import type { Actor } from './actor';

/** What holds for who never chose: all is told, by Enter nothing is sent. */
export const defaultPreference: Preference = Object.freeze({
  receipts: true,
  mentionsPassMute: true,
  enterSends: false,
  quiet: null,
  away: null,
  notices: Object.freeze({ person: true, rule: true, client: true }),
});

const dayMs = 86_400_000;
/** Controls, ends of lines, and what turns the direction of the text that stands beside it. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Programs are told of nothing, and nobody waits for them. @throws AppError `forbidden` */
export function decidePerson(actor: Actor): void {
  if (actor.kind !== 'user') throw new AppError('forbidden', 'Only people are away or have quiet hours.');
}

/** The hours as they are kept. @throws AppError `invalid_request` */
export function decideQuiet(quiet: QuietHours): QuietHours {
  if (!isTimeZone(quiet.zone)) throw refuseField('body/quiet/zone', 'must be the IANA name of a time zone');
  const days = new Set(quiet.days);
  if (days.size < quiet.days.length) throw refuseField('body/quiet/days', 'must name each day once');
  return { ...quiet, days: [...days].sort() };
}

/** A person's time away as it is kept. One that is over may be sent back as it was read. @throws AppError `invalid_request` */
export function decideAway(actor: Actor, away: Away, now: Date): Away {
  const [from, until] = [readNear('from', away.from, now), readNear('until', away.until, now)];
  if (until <= from) throw refuseField('body/away/until', 'must be later than from');
  if (control.test(away.word)) {
    throw refuseField('body/away/word', 'must be plain text of one line, without control characters');
  }
  if ([...away.word].length > longestAwayWord) {
    throw refuseField('body/away/word', `must have at most ${longestAwayWord} characters`);
  }
  if (away.substitute !== null) decideSubstitute(actor, away.substitute);
  return { ...away, from: from.toISOString(), until: until.toISOString(), word: away.word.trim() };
}

function decideSubstitute(actor: Actor, id: string): void {
  decideDirect(actor, id, 'body/away/substitute');
  if (/^(app|client):/i.test(id)) throw refuseField('body/away/substitute', 'must be the account of a person');
}

/** The schema's format lets through what no `Date` is made of: leap seconds, names of zones. */
function readNear(name: 'from' | 'until', text: string, now: Date): Date {
  const at = new Date(text);
  if (!(Math.abs(at.getTime() - now.getTime()) <= furthestAwayDays * dayMs)) {
    throw refuseField(`body/away/${name}`, 'must be a time in ISO 8601, two years from now at most');
  }
  return at;
}
