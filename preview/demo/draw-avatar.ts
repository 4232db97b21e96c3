import type { DemoPerson } from './people';

/** A person's picture: the initials on a coloured disc, as SVG. */
export function drawAvatar(person: DemoPerson): string {
  const initials = person.displayName
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">',
    `<rect width="32" height="32" fill="${person.colour}"/>`,
    '<text x="16" y="16" dy=".36em" text-anchor="middle" fill="#fff" font-size="13" font-weight="600" ',
    `font-family="ui-sans-serif, system-ui, sans-serif">${initials}</text></svg>`,
  ].join('');
}
