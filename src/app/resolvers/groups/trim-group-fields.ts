import { longestName, longestTopic } from '../../../patterns/patterns';
import type { Problem } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';

export interface GroupFields {
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
}

/** What someone typed for a group, without blanks around it. @throws ProblemError `name_wrong`, `text_too_long` */
export function trimGroupFields({ name, topic, privacy }: GroupFields): GroupFields {
  if (name.trim() === '') throw new ProblemError({ code: 'name_wrong' });
  return { name: trim(name, longestName, 'name_wrong'), topic: trim(topic, longestTopic, 'text_too_long'), privacy };
}

function trim(typed: string, longest: number, tooLong: Problem['code']): string {
  const text = typed.trim();
  if (text.length > longest) {
    const limit = { unit: 'characters', most: longest, over: text.length - longest } as const;
    throw new ProblemError({ code: tooLong, limit });
  }
  return text;
}
