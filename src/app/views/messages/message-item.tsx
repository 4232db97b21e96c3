import { Comment, Em, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PanelMessage } from '../../definitions';
import type { ViewProblem } from '../shared/panel-state';
import { useTexts } from '../shared/use-texts';
import { DeleteConfirmation } from './delete-confirmation';
import { describeOrigin } from './describe-origin';
import { MessageEditor } from './message-editor';
import { MessageText } from './message-text';

/** The words of an open edit, kept by whoever draws the message, so that they outlive a look elsewhere. */
export interface KeptEdit {
  /** Null while no edit is open. */
  readonly text: string | null;
  readonly keep: (text: string | null) => void;
}

interface Props {
  readonly message: PanelMessage;
  readonly avatar: React.ReactNode;
  readonly author: string;
  readonly time: string;
  readonly onEdit: (text: string) => Promise<ViewProblem | null>;
  readonly onRemove: () => Promise<ViewProblem | null>;
  /** Without it an open edit ends with the view of the message. */
  readonly kept?: KeptEdit;
}

/** One stored message; one's own can be edited and deleted in place. */
export const MessageItem = ({ message, avatar, author, time, onEdit, onRemove, kept }: Props) => {
  const t = useTexts();
  const wasOpen = kept !== undefined && kept.text !== null;
  const [mode, setMode] = useState<'shown' | 'editing' | 'resumed' | 'deleting'>(wasOpen ? 'resumed' : 'shown');
  const { id, body, source, origin, editedAt } = message;
  const isMine = message.from === 'me' && body !== null;
  const isEditing = source !== null && (mode === 'editing' || mode === 'resumed');
  const show = () => {
    kept?.keep(null);
    setMode('shown');
  };
  const edit = (words: string) => {
    kept?.keep(words);
    setMode('editing');
  };
  const actions = [
    ...(source === null ? [] : [{ text: t('message.edit'), onClick: () => edit(source) }]),
    ...(isMine ? [{ text: t('message.delete'), onClick: () => setMode('deleting') }] : []),
  ];
  const content =
    body === null ? (
      <Text>
        <Em>{t('message.deleted')}</Em>
      </Text>
    ) : isEditing ? (
      <MessageEditor
        id={id}
        initial={kept?.text ?? source}
        isResumed={mode === 'resumed'}
        onText={(text) => kept?.keep(text)}
        onSave={onEdit}
        onClose={show}
      />
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
      actions={isEditing || mode === 'deleting' ? [] : actions}
      {...(editedAt !== null && body !== null ? { edited: t('message.edited') } : {})}
    />
  );
};
