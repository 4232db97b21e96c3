import type { ServiceMode } from '../../wire/wire';

/** The mode that was chosen last, in whichever tab: what runs in the background has no tab of its own. */
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
