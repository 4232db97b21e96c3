import { Button, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { MessageItem } from '../messages/message-item';
import { OutgoingList } from '../messages/outgoing-list';
import { namePerson } from '../shared/name-person';
import type { ThreadState } from '../shared/panel-state';
import { PersonAvatar } from '../shared/person-avatar';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';
import { findReadMessage } from './state/find-read-message';
import type { PanelActions } from './state/use-panel';
import type { Writing } from './state/writing';

interface Props {
  readonly thread: ThreadState;
  readonly actions: PanelActions;
  readonly writing: Writing;
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most?: number | undefined;
}

/** A thread's messages, the newest last, above what is being sent; older ones on demand. */
export const MessageList = ({ thread, actions, writing, most }: Props) => {
  const t = useTexts();
  const { me, formatTime } = useReader();
  const [isWhole, setWhole] = useState(most === undefined);
  const { person, messages, before, outgoing, isFetching } = thread;
  const shown = isWhole || most === undefined ? messages : messages.slice(-most);
  const isCut = shown.length < messages.length;
  const read = findReadMessage(thread);
  const showOlder = () => {
    setWhole(true);
    if (!isCut && before !== null) void actions.loadOlder(person.id, before);
  };
  return (
    <Stack space="space.200">
      {isCut || before !== null ? (
        <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={showOlder}>
          {t('thread.older')}
        </Button>
      ) : null}
      {shown.map((message) => (
        <Stack key={message.id} space="space.050">
          <MessageItem
            message={message}
            avatar={<PersonAvatar person={message.from === 'me' ? me : person} />}
            author={message.from === 'me' ? t('people.you') : namePerson(t, person)}
            time={formatTime(message.ts)}
            onEdit={(text) => actions.edit(person.id, message.id, text)}
            onRemove={() => actions.remove(person.id, message.id)}
            kept={{
              text: writing.editOf(message.id),
              keep: (text) => writing.keepEdit(person.id, message.id, text),
            }}
          />
          {message.id === read ? (
            <Text size="small" color="color.text.subtlest">
              {t('message.read')}
            </Text>
          ) : null}
        </Stack>
      ))}
      <OutgoingList
        outgoing={outgoing}
        onRetry={(it) => actions.retry(person.id, it)}
        onDiscard={(it) => actions.discard(person.id, it)}
      />
    </Stack>
  );
};
