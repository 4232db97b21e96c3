import { type Static, Type } from 'typebox';
import { largestAwayQuestion, longestAwayWord, matchWhole, timeOfDay, timeZoneName } from '../patterns/patterns';
import { AccountId, Timestamp } from './identifiers';
import type { Description } from './operation';
import { cursor, pageSize } from './parameters';

const closed = { additionalProperties: false } as const;

const TimeOfDay = (description: string) => Type.String({ pattern: matchWhole(timeOfDay).source, description });

/** Hours in which a person is not told of anything, by the clock of their place. */
export const QuietHours = Type.Object(
  {
    zone: Type.String({
      pattern: matchWhole(timeZoneName).source,
      description: 'The IANA name of a time zone, as `Europe/Berlin`; an offset is none',
    }),
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      description: 'On which days the hours begin, each once: 1 is Monday, 7 is Sunday',
    }),
    from: TimeOfDay('HH:MM'),
    until: TimeOfDay('HH:MM. Not later than `from`: of the day after; the same: the whole day'),
  },
  closed,
);

const substitute = 'Whom others may turn to. Nothing is ever forwarded';

/** From when until when a person is away, and what they say of it to whoever looks. */
export const Away = Type.Object(
  {
    from: Timestamp,
    until: Type.String({ format: 'date-time', description: 'Later than `from`, and two years from now at most' }),
    word: Type.String({
      maxLength: longestAwayWord,
      description: 'Plain text of one line, for whoever writes; may be empty',
    }),
    substitute: Type.Union([AccountId, Type.Null()], { description: substitute }),
  },
  closed,
);

/** Who of those that were asked about is away now. Of nobody else anything is said. */
export const AwayList = Type.Object({
  values: Type.Array(
    Type.Object({
      user: Type.Object({ id: AccountId }),
      until: Timestamp,
      word: Away.properties.word,
      substitute: Type.Union([Type.Object({ id: AccountId }), Type.Null()], { description: substitute }),
    }),
  ),
});

/** Whose hold ended, by account id in ascending order. Of several that ended in the span, the first beginning and the last end. */
export const EndedHoldList = Type.Object({
  values: Type.Array(Type.Object({ user: Type.Object({ id: AccountId }), from: Timestamp, until: Timestamp })),
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
});

/** Quiet hours and away dates, which hold back what a person would be told of. */
export const quietDescriptions = {
  listAway: {
    operationId: 'AwayGetAllHandler',
    summary: 'Ask who of these people is away',
    query: Type.Object({
      user: Type.Array(AccountId, { minItems: 1, maxItems: largestAwayQuestion, description: 'Repeatable' }),
    }),
    refusals: ['forbidden'],
    reply: AwayList,
  },
  listEndedHolds: {
    operationId: 'HoldGetAllHandler',
    summary: 'List whose quiet hours or absence ended',
    query: Type.Object({
      cursor,
      limit: pageSize,
      since: Type.String({
        format: 'date-time',
        description: 'Only those that ended later than a minute before this. What ended 8 days ago is not listed',
      }),
      until: Type.String({
        format: 'date-time',
        description: 'Only those that ended no later than a minute before this',
      }),
    }),
    reply: EndedHoldList,
  },
} as const satisfies Record<string, Description>;

export type QuietHours = Static<typeof QuietHours>;
export type Away = Static<typeof Away>;
export type AwayList = Static<typeof AwayList>;
export type EndedHoldList = Static<typeof EndedHoldList>;
