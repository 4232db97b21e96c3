/** How the app's remote is to be met: as it is, as if no admin had set its address, away, or two seconds late. */
export const serviceModes = ['normal', 'slow', 'away', 'not-set'] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** The mode that was chosen last, by whomever: what runs in the background has no view of its own. */
export interface ServiceModes {
  current(): ServiceMode;
  choose(mode: ServiceMode): void;
}

export function createServiceModes(): ServiceModes {
  let chosen: ServiceMode = 'normal';
  return {
    current: () => chosen,
    choose: (mode) => {
      chosen = mode;
    },
  };
}
