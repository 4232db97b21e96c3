import kvs from '@forge/kvs';
import { reachStorage } from '../storage/reach-storage';

const key = 'personal-data-report';

/** Which list a round of reports is at: first those who wrote or read, then everybody else. */
export type ReportList = 'active' | 'all';

/** How far the report has come. Times in milliseconds since the epoch. */
export interface ReportPlace {
  /** When this round began, which everybody is reported in once. */
  readonly begunAt: number;
  /** Null once the round is over. */
  readonly next: { readonly list: ReportList; readonly cursor: string } | null;
}

/** Null before the first one. @throws StorageError */
export async function loadReportPlace(): Promise<ReportPlace | null> {
  return (await reachStorage(() => kvs.get<ReportPlace>(key))) ?? null;
}

/** @throws StorageError */
export async function keepReportPlace(place: ReportPlace): Promise<void> {
  await reachStorage(() => kvs.set(key, place));
}
