import { Button, EmptyState, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import { keyOfPerson } from '../../../definitions';
import { useAway } from '../../conversation/away/use-away';
import type { Composing } from '../../conversation/composing';
import { mentionable } from '../../conversation/mentionable';
import { MessageList } from '../../conversation/messages/message-list';
import type { ConversationState } from '../../conversation/state/conversation-state';
import type { Writing } from '../../conversation/writing';
import { WritingPlace } from '../../conversation/writing-place';
import { later } from '../../shared/later';
import { LoadingNotice } from '../../shared/loading-notice';
import { ProblemNotice } from '../../shared/problem-notice';
import { useTexts } from '../../shared/use-texts';
import type { InboxActions } from '../state/inbox-actions';
import { nameConversation } from '../state/name-entry';
import { ConversationHead } from './conversation-head';

const GroupDetails = later(async () => (await import('../../groups/group-details')).GroupDetails, 'group.loading');

interface Props {
  readonly id: string;
  readonly conversation: ConversationState;
  /** Whether the service knows who is away. */
  readonly isAwayKnown: boolean;
  /** Account ids; null until they are known. */
  readonly blocked: readonly string[] | null;
  readonly actions: InboxActions;
  readonly writing: Writing;
  readonly composing: Composing;
}

/** A conversation beside the list: who it is with, what was written, where to write or why one cannot. */
export const ConversationPane = (props: Props) => {
  const t = useTexts();
  const { id, conversation, isAwayKnown, actions, writing, composing } = props;
  const { entry, members, person, isLoaded } = conversation;
  const other = entry?.person ?? person;
  const away = useAway(isAwayKnown, [other], true);
  const near = [...(entry?.person ? [entry.person] : []), ...(person ? [person] : []), ...members];
  return (
    <Stack space="space.200">
      <OneConversation key={id} {...props} />
      {isLoaded || composing.isStanding ? (
        // Apart from what is drawn anew for each conversation: a frame that is drawn anew loads anew.
        <WritingPlace
          to={id}
          name={nameConversation(t, conversation)}
          conversation={conversation}
          actions={actions}
          writing={writing}
          composing={composing}
          findPeople={async (search) => mentionable(near, search.trim())}
          away={other === null ? undefined : away.get(other.id)}
          onWriteTo={async (person) => {
            actions.select(keyOfPerson(person));
            return null;
          }}
        />
      ) : null}
    </Stack>
  );
};

const OneConversation = ({ id, conversation, blocked, actions, writing, composing }: Props) => {
  const t = useTexts();
  const [hasDetails, setDetails] = useState(false);
  const { conversationId, entry, members, refusal, messages, outgoing, isLoaded, isFetching, problem } = conversation;
  const person = entry?.person ?? conversation.person;
  const name = nameConversation(t, conversation);

  const mayBlock = person?.kind === 'person';
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the first person is looked at.
  useEffect(() => {
    if (mayBlock && blocked === null) void actions.loadBlocked();
  }, [mayBlock]);

  if (problem?.code === 'gone' && !isLoaded) {
    return (
      <Stack space="space.100" alignInline="center">
        <EmptyState header={t('inbox.gone.title')} description={t('inbox.gone.text')} headingLevel={2} />
        <Button onClick={() => actions.select(null)}>{t('inbox.back')}</Button>
      </Stack>
    );
  }
  const isBlocked = person !== null && (blocked ?? []).includes(person.id);
  return (
    <Stack space="space.200">
      <ConversationHead
        to={id}
        name={name}
        entry={entry}
        reminders={conversation.reminders}
        mayRemind={conversation.questions !== null}
        person={person}
        isBlocked={isBlocked}
        actions={actions}
        hasDetails={hasDetails}
        onDetails={() => setDetails(!hasDetails)}
      />
      {entry !== null && hasDetails ? (
        <GroupDetails entry={entry} members={members} onChange={actions.changeGroup} />
      ) : null}
      {problem === null ? null : (
        <ProblemNotice problem={problem} onRetry={() => actions.select(id, conversation.foundId)} />
      )}
      {isFetching && !isLoaded ? <LoadingNotice label={t('thread.loading')} /> : null}
      {isLoaded && messages.length === 0 && outgoing.length === 0 ? (
        <EmptyState
          header={t('inbox.noMessages.title')}
          description={
            refusal !== null
              ? t('inbox.noMessages.closed')
              : conversationId === null
                ? t('inbox.begin.text', { name })
                : t('inbox.noMessages.text')
          }
          headingLevel={3}
          width="narrow"
        />
      ) : (
        <MessageList
          to={id}
          conversation={conversation}
          actions={actions}
          writing={writing}
          composing={composing}
          level={3}
          onOpen={(conversation) => actions.select(conversation)}
          isPaged
          isAttended={composing.isAttending}
        />
      )}
      {isBlocked ? (
        <SectionMessage appearance="information">
          <Text>{t('inbox.youBlocked', { name })}</Text>
        </SectionMessage>
      ) : null}
    </Stack>
  );
};
