import { Type } from 'typebox';
import { PreferenceChange } from '../../../contract/people';
import { Away, QuietHours } from '../../../contract/quiet';
import { decideAway, decidePerson, decideQuiet } from '../../conversation/preference-rules';
import type { Caller } from '../../identity/caller';
import { createCheck, nameBodyField } from './check-value';

/** What may be null is checked by itself: a union would name all that it could be. */
const shape = { additionalProperties: false } as const;
const checkChange = createCheck(
  Type.Object(
    { ...PreferenceChange.properties, quiet: Type.Optional(Type.Unknown()), away: Type.Optional(Type.Unknown()) },
    shape,
  ),
  nameBodyField(),
);
const checkQuiet = createCheck(QuietHours, nameBodyField('/quiet'));
const checkAway = createCheck(Away, nameBodyField('/away'));

/** What a person wants to be other than it is. @throws AppError `invalid_request`, `forbidden` */
export function parsePreference(caller: Caller, value: unknown, now: Date): PreferenceChange {
  const { quiet, away, ...change } = checkChange(value);
  if (quiet !== undefined || away !== undefined) decidePerson(caller);
  return {
    ...change,
    ...(quiet !== undefined && { quiet: quiet === null ? null : decideQuiet(checkQuiet(quiet)) }),
    ...(away !== undefined && { away: away === null ? null : decideAway(caller, checkAway(away), now) }),
  };
}
