import { Button, Stack } from '@forge/react';
import React from 'react';
import { MessageItem } from './message-item';
import { namePerson } from './name-person';
import { OutgoingItem } from './outgoing-item';
import type { ThreadState } from './panel-state';
import { PersonAvatar } from './person-avatar';
import type { PanelActions } from './use-panel';
import { useReader } from './use-reader';
import { useTexts } from './use-texts';

/** A thread's messages, the newest last, above what is being sent; older ones on demand. */
export const MessageList = ({ thread, actions }: { thread: ThreadState; actions: PanelActions }) => {
  const t = useTexts();
  const { accountId, formatTime } = useReader();
  const { person, messages, before, outgoing, isFetching } = thread;
  const me = {
    id: accountId ?? '',
    name: null,
    kind: accountId === null ? 'program' : 'person',
    active: true,
  } as const;
  return (
    <Stack space="space.200">
      {before === null ? null : (
        <Button
          appearance="subtle"
          spacing="compact"
          isDisabled={isFetching}
          onClick={() => actions.loadOlder(person.id, before)}
        >
          {t('thread.older')}
        </Button>
      )}
      {messages.map((message) => (
        <MessageItem
          key={message.id}
          message={message}
          avatar={<PersonAvatar person={message.from === 'me' ? me : person} />}
          author={message.from === 'me' ? t('people.you') : namePerson(t, person)}
          time={formatTime(message.ts)}
          onEdit={(text) => actions.edit(person.id, message.id, text)}
          onRemove={() => actions.remove(person.id, message.id)}
        />
      ))}
      {outgoing.map((it) => (
        <OutgoingItem
          key={it.key}
          outgoing={it}
          avatar={<PersonAvatar person={me} />}
          time={formatTime(it.ts)}
          onRetry={() => actions.retry(person.id, it)}
          onDiscard={() => actions.discard(person.id, it)}
        />
      ))}
    </Stack>
  );
};
