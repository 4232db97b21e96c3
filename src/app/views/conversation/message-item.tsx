import { Comment, Em, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { ShownMessage } from '../../definitions';
import type { Words } from '../../definitions/composer';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { DeleteConfirmation } from './delete-confirmation';
import { describeOrigin } from './describe-origin';
import { MessageEditor } from './message-editor';
import { MessageText } from './message-text';

/** The words of an open edit, kept by whoever draws the message, so that they outlive a look elsewhere. */
export interface KeptEdit {
  /** Null while no edit is open. It is asked anew each time, since whoever keeps them is not drawn anew with the message. */
  readonly words: () => Words | null;
  readonly keep: (words: Words | null) => void;
}

interface Props {
  readonly message: ShownMessage;
  readonly avatar: React.ReactNode;
  readonly author: string;
  readonly time: string;
  readonly onEdit: (words: Words) => Promise<ViewProblem | null>;
  readonly onRemove: () => Promise<ViewProblem | null>;
  /** Without it an open edit ends with the view of the message. */
  readonly kept?: KeptEdit;
  /** Opens it where new messages are written; without it it is edited in its place, as Markdown. */
  readonly onEditBelow?: () => void;
  readonly isEditedBelow?: boolean;
  readonly onMarkUnread?: () => void;
}

/** One stored message; one's own can be edited and deleted in place, another's marked as unread. */
export const MessageItem = ({
  message,
  avatar,
  author,
  time,
  onEdit,
  onRemove,
  kept,
  onEditBelow,
  isEditedBelow = false,
  onMarkUnread,
}: Props) => {
  const t = useTexts();
  const words = kept?.words() ?? null;
  const [mode, setMode] = useState<'shown' | 'editing' | 'resumed' | 'deleting'>(words === null ? 'shown' : 'resumed');
  const { id, body, source, origin, editedAt } = message;
  const isMine = message.from === 'me' && body !== null;
  // The frame may have gone while it was edited there.
  const isEditing = source !== null && onEditBelow === undefined && (mode === 'editing' || words !== null);
  const show = () => {
    kept?.keep(null);
    setMode('shown');
  };
  const edit = (markdown: string) => {
    kept?.keep({ document: null, markdown });
    setMode('editing');
  };
  const actions = [
    ...(isMine && onEditBelow !== undefined
      ? [{ text: t('message.edit'), onClick: onEditBelow }]
      : source === null
        ? []
        : [{ text: t('message.edit'), onClick: () => edit(source) }]),
    ...(isMine ? [{ text: t('message.delete'), onClick: () => setMode('deleting') }] : []),
    ...(onMarkUnread === undefined ? [] : [{ text: t('message.markUnread'), onClick: onMarkUnread }]),
  ];
  const content =
    body === null ? (
      <Text>
        <Em>{t('message.deleted')}</Em>
      </Text>
    ) : isEditing ? (
      <MessageEditor
        id={id}
        initial={words?.markdown ?? source}
        isResumed={mode === 'resumed'}
        onText={(markdown) => kept?.keep({ document: null, markdown })}
        onSave={(markdown) => onEdit({ document: null, markdown })}
        onClose={show}
      />
    ) : (
      <Stack space="space.100">
        <MessageText body={body} />
        {origin === null ? null : <Text size="small">{describeOrigin(t, origin)}</Text>}
        {isEditedBelow ? <Text size="small">{t('edit.below')}</Text> : null}
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
      actions={isEditing || isEditedBelow || mode === 'deleting' ? [] : actions}
      {...(editedAt !== null && body !== null ? { edited: t('message.edited') } : {})}
    />
  );
};
