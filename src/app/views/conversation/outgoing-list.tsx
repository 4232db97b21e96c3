import React from 'react';
import { PersonAvatar } from '../shared/person-avatar';
import { useReader } from '../shared/use-reader';
import { OutgoingItem } from './outgoing-item';
import type { Outgoing } from './state/conversation-state';

interface Props {
  readonly outgoing: readonly Outgoing[];
  readonly onRetry: (outgoing: Outgoing) => void;
  readonly onDiscard: (outgoing: Outgoing) => void;
}

/** One's own messages that the service does not have yet. */
export const OutgoingList = ({ outgoing, onRetry, onDiscard }: Props) => {
  const { me, formatTime } = useReader();
  return (
    <>
      {outgoing.map((it) => (
        <OutgoingItem
          key={it.key}
          outgoing={it}
          avatar={<PersonAvatar person={me} />}
          time={formatTime(it.ts)}
          onRetry={() => onRetry(it)}
          onDiscard={() => onDiscard(it)}
        />
      ))}
    </>
  );
};
