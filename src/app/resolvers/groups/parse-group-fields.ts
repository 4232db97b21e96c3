import { longestName, longestTopic } from '../../../patterns';
import type { Problem } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';
import { readChoice } from '../shared/read-payload';

interface GroupFields {
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
}

/** What someone typed for a group, without blanks around it. @throws ProblemError `name_wrong`, `text_too_long` */
export function parseGroupFields(ask: { name: unknown; topic: unknown; privacy: unknown }): GroupFields {
  const privacy = readChoice(ask.privacy, ['public', 'private'] as const);
  const name = readTyped(ask.name, longestName, 'name_wrong');
  if (name === '') throw new ProblemError({ code: 'name_wrong' });
  return { name, topic: readTyped(ask.topic, longestTopic, 'text_too_long'), privacy };
}

function readTyped(value: unknown, longest: number, tooLong: Problem['code']): string {
  if (typeof value !== 'string') throw new ProblemError({ code: 'unexpected' });
  const text = value.trim();
  if (text.length > longest) {
    const limit = { unit: 'characters', most: longest, over: text.length - longest } as const;
    throw new ProblemError({ code: tooLong, limit });
  }
  return text;
}
