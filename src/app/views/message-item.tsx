import { Comment, Em, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PanelMessage } from '../resolvers/definitions';
import { DeleteConfirmation } from './delete-confirmation';
import { describeOrigin } from './describe-origin';
import { MessageEditor } from './message-editor';
import { MessageText } from './message-text';
import type { ViewProblem } from './panel-state';
import { useTexts } from './use-texts';

interface Props {
  readonly message: PanelMessage;
  readonly avatar: React.ReactNode;
  readonly author: string;
  readonly time: string;
  readonly onEdit: (text: string) => Promise<ViewProblem | null>;
  readonly onRemove: () => Promise<ViewProblem | null>;
}

/** One stored message; one's own can be edited and deleted in place. */
export const MessageItem = ({ message, avatar, author, time, onEdit, onRemove }: Props) => {
  const t = useTexts();
  const [mode, setMode] = useState<'shown' | 'editing' | 'deleting'>('shown');
  const { id, body, source, origin, editedAt } = message;
  const isMine = message.from === 'me' && body !== null;
  const show = () => setMode('shown');
  const actions = [
    ...(source === null ? [] : [{ text: t('message.edit'), onClick: () => setMode('editing') }]),
    ...(isMine ? [{ text: t('message.delete'), onClick: () => setMode('deleting') }] : []),
  ];
  const content =
    body === null ? (
      <Text>
        <Em>{t('message.deleted')}</Em>
      </Text>
    ) : mode === 'editing' && source !== null ? (
      <MessageEditor id={id} initial={source} onSave={onEdit} onClose={show} />
    ) : (
      <Stack space="space.100">
        <MessageText body={body} />
        {origin === null ? null : <Text size="small">{describeOrigin(t, origin)}</Text>}
        {mode === 'deleting' ? <DeleteConfirmation onConfirm={onRemove} onClose={show} /> : null}
      </Stack>
    );
  return (
    <Comment
      avatar={avatar}
      author={{ text: author }}
      time={{ text: time }}
      headingLevel="4"
      content={content}
      actions={mode === 'shown' ? actions : []}
      {...(editedAt !== null && body !== null ? { edited: t('message.edited') } : {})}
    />
  );
};
