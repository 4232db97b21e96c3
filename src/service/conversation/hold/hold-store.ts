import type { AwayList } from '../../../contract/quiet';
import type { HoldChoices } from './find-hold';
import type { HoldState } from './hold-state';

/** Somebody who has quiet hours or was away, or had and was. */
export interface Holder {
  readonly userId: string;
  readonly state: HoldState;
}

/** What holds notices back, each within one site. */
export interface HoldStore {
  /** Who of these is away at a moment, but for those who have blocked whoever asks; by account id. */
  listAway(cloudId: string, askerId: string, userIds: readonly string[], at: Date): Promise<AwayList['values']>;
  /** Of these people, those who have quiet hours or a time away. */
  findHolds(cloudId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, HoldChoices>>;
  /** By account id, after this one. */
  listHolders(cloudId: string, afterId: string, limit: number): Promise<readonly Holder[]>;
}
