/** Somebody of the demo site who is away, by handles; days before and after the one on which the site began. */
export interface DemoAbsence {
  readonly who: string;
  readonly sinceDays: number;
  readonly forDays: number;
  readonly word: string;
  readonly substitute: string;
}

export const absences: readonly DemoAbsence[] = [
  {
    who: 'emi',
    sinceDays: 1,
    forDays: 6,
    word: 'At the paper fair in Lyon. Carla knows the search index, too.',
    substitute: 'carla',
  },
];
