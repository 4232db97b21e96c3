import { Button, Heading, Stack, Text } from '@forge/react';
import React from 'react';
import type { InboxMessage } from '../../../definitions';
import { MessageItem } from '../../messages/message-item';
import { OutgoingList } from '../../messages/outgoing-list';
import { namePerson } from '../../shared/name-person';
import { PersonAvatar } from '../../shared/person-avatar';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import type { Conversation } from '../state/inbox-state';
import { describeReading, lastOfMine } from './describe-reading';
import { IssueLink } from './issue-link';

interface Props {
  readonly conversation: Conversation;
  readonly actions: InboxActions;
}

/** A conversation's messages, the newest last, above what is being sent; older ones on demand. */
export const ConversationMessages = ({ conversation, actions }: Props) => {
  const t = useTexts();
  const { me, formatTime, joinNames } = useReader();
  const { id, messages, before, outgoing, isLoaded, isFetching, found } = conversation;
  const mine = lastOfMine(conversation);
  const reading = mine === null ? null : describeReading({ t, joinNames }, conversation, mine.id);
  const isBeyond = found !== null && isLoaded && !messages.some((message) => message.id === found.id);

  const item = (message: InboxMessage) => (
    <Stack key={message.id} space="space.050">
      <MessageItem
        message={message}
        avatar={<PersonAvatar person={message.from === 'me' ? me : message.sender} />}
        author={message.from === 'me' ? t('people.you') : namePerson(t, message.sender)}
        time={formatTime(message.ts)}
        onEdit={(text) => actions.edit(id, message.id, text)}
        onRemove={() => actions.remove(id, message.id)}
      />
      {message.issue === null ? null : <IssueLink issue={message.issue} />}
      {message.id === mine?.id && reading !== null ? <Text size="small">{reading}</Text> : null}
    </Stack>
  );

  return (
    <Stack space="space.200">
      {!isBeyond ? null : (
        <Stack space="space.100">
          <Heading as="h4" size="xxsmall">
            {t('inbox.found')}
          </Heading>
          {item(found)}
          <Text size="small">{t('inbox.foundGap')}</Text>
        </Stack>
      )}
      {before === null ? null : (
        <Button
          appearance="subtle"
          spacing="compact"
          isDisabled={isFetching}
          onClick={() => actions.loadOlder(id, before)}
        >
          {t('thread.older')}
        </Button>
      )}
      {messages.map(item)}
      <OutgoingList
        outgoing={outgoing}
        onRetry={(it) => actions.retry(id, it)}
        onDiscard={(it) => actions.discard(id, it)}
      />
    </Stack>
  );
};
