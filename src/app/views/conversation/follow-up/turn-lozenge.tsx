import { Lozenge } from '@forge/react';
import React from 'react';
import { cutName } from '../../shared/cut-name';
import { useTexts } from '../../shared/use-texts';

interface Props {
  /** Whose answer is waited for: the reader's own, or that of the other end. */
  readonly turn: 'mine' | 'theirs';
  /** What to call the other end; null where that stands beside it. */
  readonly name: string | null;
}

/** Whose turn it is to answer. */
export const TurnLozenge = ({ turn, name }: Props) => {
  const t = useTexts();
  return turn === 'mine' ? (
    <Lozenge appearance="inprogress">{t('question.yourTurn')}</Lozenge>
  ) : (
    <Lozenge maxWidth="240px">
      {name === null ? t('question.waits') : t('question.waiting', { name: cutName(name) })}
    </Lozenge>
  );
};
