import type { ReactionName } from '../../../definitions';

/** How each quick answer is drawn, in the order in which they are offered. */
export const reactionGlyphs: Readonly<Record<ReactionName, string>> = {
  'thumbs-up': '👍',
  check: '✅',
  eyes: '👀',
  heart: '❤️',
  laugh: '😄',
  thanks: '🙏',
};

export const reactionNames = Object.keys(reactionGlyphs) as readonly ReactionName[];
