import { isolateText } from '../../definitions';

/** How much of a name is shown, in characters. */
const longest = 60;

/** A name that takes no more than a line or two: names of accounts and rules have up to 255 characters, and may have no blank. */
export function cutName(name: string): string {
  const characters = [...name];
  return characters.length <= longest ? name : isolateText(`${characters.slice(0, longest - 1).join('')}…`);
}
