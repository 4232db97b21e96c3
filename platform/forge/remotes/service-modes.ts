import type { ServiceMode } from '../../wire/wire';

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
