/** The quick answers that a message may be given. Views draw each in their own way. */
export const reactionNames = ['thumbs-up', 'check', 'eyes', 'heart', 'laugh', 'thanks'] as const;

export type ReactionName = (typeof reactionNames)[number];
