import { isolateText } from '../../definitions';

export type TextValues = Readonly<Record<string, string | number>>;

/**
 * The text with each `{name}` replaced by its value; a name without one stays as it is, so that it shows. A value is
 * mostly what someone else wrote: it is kept within its place.
 */
export function fillText(text: string, values: TextValues = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => isolateText(String(values[name] ?? place)));
}
