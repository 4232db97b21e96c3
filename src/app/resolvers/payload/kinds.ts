import {
  idempotencyKey,
  jiraId,
  longestCursor,
  longestName,
  matchWhole,
  timeOfDay,
  uuid,
} from '../../../patterns/patterns';
import { isAccountId } from '../../site/is-account-id';
import { type Kind, readMember, readPayload, type Shape } from './read-payload';

const wholeUuid = matchWhole(uuid);
const wholeId = matchWhole(jiraId);
const wholeKey = matchWhole(idempotencyKey);
const wholeTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
const wholeTimeOfDay = matchWhole(timeOfDay);
const wholeCursor = matchWhole(`[\\x21-\\x7e]{0,${longestCursor}}`);

const text = (rule: string, fits: (value: string) => boolean): Kind<string> => ({
  rule,
  read: (value) => (typeof value === 'string' && fits(value) ? value : undefined),
});

export const anAccount = text('an account id', isAccountId);
export const aMessage = text('the id of a message, a UUID', (value) => wholeUuid.test(value));
export const aReport = text('the id of a report, a UUID', (value) => wholeUuid.test(value));
export const aProject = text('the numeric id of a project', (value) => wholeId.test(value));
export const anIssue = text('the numeric id of a work item', (value) => wholeId.test(value));
export const aKey = text('1 to 128 visible ASCII characters', (value) => wholeKey.test(value));
export const aTimeOfDay = text('a time of day, HH:MM', (value) => wholeTimeOfDay.test(value));
/** Opaque; the service refuses what it did not make. */
export const aCursor = text('a cursor of the page before, or empty', (value) => wholeCursor.test(value));
/** Words of a person, whose length is judged where it is known what they are. */
export const aText = text('a text', () => true);

/** Words of a person that are no message, so that a longer text is a fault of whoever sends it. */
export function aTextOf(most: number): Kind<string> {
  return text(`a text of at most ${most} characters`, (value) => value.length <= most);
}

/** What only shows what is meant, cut to 255 characters. */
export const aShortText: Kind<string> = {
  rule: 'a text',
  read: (value) => (typeof value === 'string' ? value.slice(0, longestName) : undefined),
};

export const aConversation: Kind<string> = {
  rule: 'the id of a conversation, a UUID',
  read: (value) => (typeof value === 'string' && wholeUuid.test(value) ? value.toLowerCase() : undefined),
};

/** What someone typed into a search box: without blanks around it, and no longer than the service and Jira take. */
export const aSearch: Kind<string> = {
  rule: 'a text',
  read: (value) => (typeof value === 'string' ? value.trim().slice(0, longestName) : undefined),
};

export const aFlag: Kind<boolean> = {
  rule: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

export const aWeekday: Kind<number> = {
  rule: 'a day of the week, 1 to 7',
  read: (value) => (typeof value === 'number' && [1, 2, 3, 4, 5, 6, 7].includes(value) ? value : undefined),
};

/** A moment; whether it may be that one is for the service to say. */
export const aTime: Kind<string> = {
  rule: 'a time in ISO 8601, UTC',
  read: (value) => {
    if (typeof value !== 'string' || !wholeTime.test(value)) return undefined;
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  },
};

export function oneOf<Choice extends string>(...choices: readonly Choice[]): Kind<Choice> {
  return { rule: `one of ${choices.join(', ')}`, read: (value) => choices.find((it) => it === value) };
}

/** A document, of which the gate judges what is in it. */
export const aDocument: Kind<object> = {
  rule: 'an ADF document, an object',
  read: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
};

/** Null where the member is not there. */
export function orAbsent<T>({ rule, read }: Kind<T>): Kind<T | null> {
  return { rule, read: (value, path) => (value === undefined ? null : read(value, path)) };
}

export function orNull<T>({ rule, read }: Kind<T>): Kind<T | null> {
  return { rule: `${rule}, or null`, read: (value, path) => (value === null ? null : read(value, path)) };
}

/** A value that may be absent, and is null then. */
export function orNothing<T>({ rule, read }: Kind<T>): Kind<T | null> {
  return { rule: `${rule}, null or absent`, read: (value, path) => (value == null ? null : read(value, path)) };
}

/** At most so many of them; the one that is wrong is named by its place. */
export function listOf<T>(kind: Kind<T>, most: number): Kind<T[]> {
  return {
    rule: `a list of at most ${most}`,
    read(value, path) {
      if (!Array.isArray(value) || value.length > most) return undefined;
      return (value as unknown[]).map((item, index) => readMember(item, kind, `${path}.${index}`));
    },
  };
}

export function anObject<T extends object>(shape: Shape<T>): Kind<T> {
  return {
    rule: 'an object',
    read(value, path) {
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isObject ? readPayload(value, shape, `${path}.`) : undefined;
    },
  };
}
