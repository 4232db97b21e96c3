import { xcssToStyle } from './xcss-to-style';

/** The breakpoints that UI Kit's xcss knows. */
const breakpoint = /^@media \(min-width: \d+(?:\.\d+)?rem\)$/;

interface MediaRules {
  readonly className: string;
  readonly css: string;
}

/** What `xcss` says for a page of some width and more, as rules for a class of its own; null where it says nothing of it. */
export function xcssMedia(xcss: unknown): MediaRules | null {
  const all = Array.isArray(xcss) ? (Object.assign({}, ...xcss) as object) : xcss;
  if (typeof all !== 'object' || all === null) return null;
  const rules = Object.entries(all).filter(([name]) => breakpoint.test(name));
  if (rules.length === 0) return null;
  const written = rules.map(([media, style]): [string, string] => [media, declare(style)]);
  const className = `xcss-${hash(JSON.stringify(written))}`;
  return { className, css: written.map(([media, style]) => `${media}{.${className}{${style}}}`).join('') };
}

/** Over what stands inline, as the platform's rules for a page's width are over those for all. */
function declare(style: unknown): string {
  return Object.entries(xcssToStyle(style))
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}!important`)
    .join(';');
}

function hash(text: string): string {
  let value = 5381;
  for (const character of text) value = ((value * 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36);
}
