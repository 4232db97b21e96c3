import { Box, Inline, Pressable, Text, Tooltip, xcss } from '@forge/react';
import React from 'react';
import type { ReactionName, ShownReaction } from '../../../definitions';
import { namePerson } from '../../shared/name-person';
import { Unseen } from '../../shared/unseen';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { reactionGlyphs } from './reaction-glyphs';

const chip = {
  paddingInline: 'space.100',
  paddingBlock: 'space.025',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.full',
} as const;
const plain = xcss({ ...chip, backgroundColor: 'color.background.neutral.subtle', borderColor: 'color.border' });
const mine = xcss({ ...chip, backgroundColor: 'color.background.selected', borderColor: 'color.border.selected' });

interface Props {
  readonly reactions: readonly ShownReaction[];
  /** Whether the reader may give one; to take theirs back they always may. */
  readonly mayGive: boolean;
  readonly onReact: (name: ReactionName, isGiven: boolean) => void;
}

/** The quick answers to a message: how many, who, and whether the reader is among them. Nothing where there are none. */
export const ReactionBar = ({ reactions, mayGive, onReact }: Props) => {
  const t = useTexts();
  const { joinNames } = useReader();
  if (reactions.length === 0) return null;
  const draw = ({ name, count, isMine, people }: ShownReaction) => {
    const names = [...(isMine ? [t('people.you')] : []), ...people.map((person) => namePerson(t, person))];
    const others = count > names.length ? [t('inbox.readByMore', { count: count - names.length })] : [];
    const who = t('reaction.by', { reaction: t(`reaction.${name}`), names: joinNames([...names, ...others]) });
    const content = (
      <Inline>
        <Text size="small" {...(isMine ? ({ color: 'color.text.selected' } as const) : {})}>
          {`${reactionGlyphs[name]} ${count}`}
        </Text>
        <Unseen>{who}</Unseen>
      </Inline>
    );
    return (
      <Tooltip key={name} content={who}>
        {mayGive || isMine ? (
          <Pressable xcss={isMine ? mine : plain} onClick={() => onReact(name, !isMine)}>
            {content}
          </Pressable>
        ) : (
          <Box xcss={plain}>{content}</Box>
        )}
      </Tooltip>
    );
  };
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {reactions.map(draw)}
    </Inline>
  );
};
