import type { Preference } from '../../../contract/people';
import { isHeld } from '../../../patterns/is-held';
import { listBlocked } from '../preferences/list-blocked';
import { toOwn } from '../quiet/load-own';
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
 * of that; nor in a group of whom they have blocked; nor of anything in their quiet hours or while they are away. A direct
 * message of whom they have blocked is refused, so that none is new.
 * The service is asked for what they chose at most once, and only where that decides something.
 * @returns a question, which rejects with ApiError
 */
export function hearsOf(asker: SiteAsker): (novelty: Novelty) => Promise<boolean> {
  let preferring: Promise<Preference> | null = null;
  let blocking: Promise<ReadonlySet<string>> | null = null;
  const prefers = () => {
    preferring ??= asker.client.getPreference({ params: { cloudId: asker.site } });
    return preferring;
  };
  return async ({ isMuted, isMention, isGroup, from }) => {
    if (isMuted && !(isMention && (await prefers()).mentionsPassMute === true)) return false;
    if (isGroup && from !== null) {
      blocking ??= listBlocked(asker).then((ids) => new Set(ids));
      if ((await blocking).has(from)) return false;
    }
    // Where it is not known whether they want to be told of nothing, they are told as ever.
    const own = await prefers().then(toOwn, () => null);
    return own === null || !isHeld(own, new Date());
  };
}
