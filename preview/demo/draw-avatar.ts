import type { Face } from './face';
import type { DemoPerson } from './people';

const ink = '#1d2125';

/** The hair behind the head, and what of it falls over the forehead. */
const cuts: Readonly<Record<Face['cut'], readonly [behind: string, before: string]>> = {
  short: [
    '',
    '<path d="M9.6 14.2c-.5-5.6 2.6-8.6 6.4-8.6s6.9 3 6.4 8.6c-1-3-2.5-4.3-4.4-4.6-3.2 1.4-6.5 1.3-8.4 4.6z"/>',
  ],
  bob: [
    '<path d="M8.2 20.5C7.4 10.5 9.5 5 16 5s8.6 5.5 7.8 15.5z"/>',
    '<path d="M10 13.8c.4-4.4 2.5-6.6 6-6.6s5.6 2.2 6 6.6c-3.8-.8-6.6-2.2-8-4.2-.8 2.2-2.2 3.6-4 4.2z"/>',
  ],
  long: [
    '<path d="M7.6 26C6.6 11 9 4.8 16 4.8S25.4 11 24.4 26z"/>',
    '<path d="M10 14c0-4.6 2.4-7 6-7s6 2.4 6 7c-1.8-1.2-3.2-3-3.8-5.2-1.8 2.8-4.6 4.6-8.2 5.2z"/>',
  ],
  curls: [
    '<g><circle cx="10" cy="11.5" r="3.6"/><circle cx="13.2" cy="7.8" r="3.6"/><circle cx="18.8" cy="7.8" r="3.6"/><circle cx="22" cy="11.5" r="3.6"/><circle cx="9.4" cy="15.8" r="2.8"/><circle cx="22.6" cy="15.8" r="2.8"/></g>',
    '<g><circle cx="13" cy="9.5" r="2.2"/><circle cx="16.4" cy="8.7" r="2.2"/><circle cx="19.4" cy="9.7" r="2"/></g>',
  ],
  bun: [
    '<circle cx="16" cy="4.8" r="3"/><path d="M9 17C8.6 9.6 11 6 16 6s7.4 3.6 7 11z"/>',
    '<path d="M10 13.6C10.2 9.4 12.4 7 16 7s5.8 2.4 6 6.6C19.6 11.2 18 9.8 16 9.6c-2 .2-3.6 1.6-6 4z"/>',
  ],
  bald: ['', ''],
};

const worn: Readonly<Record<NonNullable<Face['wears']>, (face: Face) => string>> = {
  glasses: () =>
    `<g fill="none" stroke="${ink}" stroke-width=".8"><circle cx="13.3" cy="15.2" r="2.1"/><circle cx="18.7" cy="15.2" r="2.1"/><path d="M15.4 15h1.2"/></g>`,
  beard: ({ hair }) =>
    `<path fill="${hair}" d="M10 16.5c.4 5.6 2.6 8 6 8s5.6-2.4 6-8c-1 2-2.2 2.6-3.6 2.4-1.6-.5-3.2-.5-4.8 0-1.4.2-2.6-.4-3.6-2.4z"/>`,
  cap: ({ clothes }) => `<path fill="${clothes}" d="M9.4 12.4C9.6 8 12 5.8 16 5.8s6.4 2.2 6.6 6.6h3v1.2H9.4z"/>`,
};

/** A person's picture as SVG: a drawn face over their colour. An app has none, and gets a machine's. */
export function drawAvatar({ face, colour }: DemoPerson): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">',
    `<rect width="32" height="32" fill="${colour}"/>`,
    face === null ? drawMachine() : drawFace(face),
    '</svg>',
  ].join('');
}

function drawFace(face: Face): string {
  const { skin, hair, cut, clothes, wears } = face;
  const [behind, before] = cuts[cut];
  return [
    `<g fill="${hair}">${behind}</g>`,
    `<path fill="${clothes}" d="M4.5 32c.4-5.6 4.6-8.2 11.5-8.2S27.1 26.4 27.5 32z"/>`,
    `<path fill="${skin}" d="M13.4 20h5.2v4.2a2.6 2.6 0 0 1-5.2 0z"/>`,
    `<ellipse cx="16" cy="15.2" rx="6.2" ry="7.4" fill="${skin}"/>`,
    wears === 'beard' ? worn.beard(face) : '',
    `<g fill="${ink}"><circle cx="13.4" cy="15.2" r=".8"/><circle cx="18.6" cy="15.2" r=".8"/></g>`,
    `<path d="M13.8 19.1c1.4 1.3 3 1.3 4.4 0" fill="none" stroke="${ink}" stroke-width=".8" stroke-linecap="round"/>`,
    `<g fill="${hair}">${before}</g>`,
    wears === undefined || wears === 'beard' ? '' : worn[wears](face),
  ].join('');
}

function drawMachine(): string {
  return [
    '<path d="M16 9V5.5" stroke="#fff" stroke-width="1.4"/><circle cx="16" cy="5" r="1.6" fill="#fff"/>',
    '<rect x="7.5" y="9" width="17" height="14" rx="4" fill="#fff"/>',
    `<g fill="${ink}"><circle cx="12.7" cy="15" r="1.7"/><circle cx="19.3" cy="15" r="1.7"/></g>`,
    `<path d="M12.5 19.5h7" stroke="${ink}" stroke-width="1.2" stroke-linecap="round"/>`,
    '<rect x="9.5" y="25" width="13" height="3" rx="1.5" fill="#fff"/>',
  ].join('');
}
