const hour = 3_600_000;
/** The default tier, for an app over all of its sites. */
export const pointsOfDefaultTier = 65_000;

/** The points that an app may still spend in this hour. The hour is the clock's. */
export interface PointsHour {
  /** Of the whole hour. */
  readonly quota: number;
  spent(): number;
  left(): number;
  /** Until the hour ends, in whole seconds, at least one. */
  secondsLeft(): number;
  spend(points: number): void;
}

export function openPointsHour(quota: number, now: () => number): PointsHour {
  let [begin, spent] = [0, 0];
  const turn = (): void => {
    const current = Math.floor(now() / hour) * hour;
    if (current !== begin) [begin, spent] = [current, 0];
  };
  return {
    quota,
    spent: () => {
      turn();
      return spent;
    },
    left: () => {
      turn();
      return Math.max(0, quota - spent);
    },
    secondsLeft: () => {
      turn();
      return Math.max(1, Math.ceil((begin + hour - now()) / 1_000));
    },
    spend: (points) => {
      turn();
      spent += points;
    },
  };
}
