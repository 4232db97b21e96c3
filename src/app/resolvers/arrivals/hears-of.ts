import { listBlocked } from '../preferences/list-blocked';
import type { SiteAsker } from '../shared/asker';

/** What is new in a conversation, as far as it decides whether somebody is told of it unasked. */
interface Novelty {
  readonly isMuted: boolean;
  readonly isMention: boolean;
  readonly isGroup: boolean;
  /** Who wrote it; null where nobody is known to have. */
  readonly from: string | null;
}

/**
 * Whether the asker is told of something unasked: not of what they have muted, unless it mentions them and they want to hear
 * of that; nor in a group of whom they have blocked. A direct message of theirs is refused, so that none is new.
 * The service is asked for what they chose at most once, and only where that decides something.
 * @returns a question, which rejects with ApiError
 */
export function hearsOf(asker: SiteAsker): (novelty: Novelty) => Promise<boolean> {
  let passing: Promise<boolean> | null = null;
  let blocking: Promise<ReadonlySet<string>> | null = null;
  return async ({ isMuted, isMention, isGroup, from }) => {
    if (isMuted) {
      if (!isMention) return false;
      passing ??= mentionsPass(asker);
      if (!(await passing)) return false;
    }
    if (!isGroup || from === null) return true;
    blocking ??= listBlocked(asker).then((ids) => new Set(ids));
    return !(await blocking).has(from);
  };
}

async function mentionsPass({ client, site }: SiteAsker): Promise<boolean> {
  return (await client.getPreference({ params: { cloudId: site } })).mentionsPassMute === true;
}
