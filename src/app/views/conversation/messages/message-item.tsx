import { Em, Stack, Text, Tooltip } from '@forge/react';
import React, { useState } from 'react';
import type { ReactionName, ReportReason, ShownMessage } from '../../../definitions';
import type { Words } from '../../../definitions/composer';
import { ActionMenu, type MenuAction } from '../../shared/action-menu';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { ViewProblem } from '../../shared/view-problem';
import { describeOrigin } from '../describe-origin';
import { CommentDialog } from './comment-dialog';
import { DeleteConfirmation } from './delete-confirmation';
import { IssueLine } from './issue-line';
import { MessageEditor } from './message-editor';
import { type Author, type HeadingLevel, MessageRow } from './message-row';
import { MessageText } from './message-text';
import { ReactionBar } from './reaction-bar';
import { reactionGlyphs, reactionNames } from './reaction-glyphs';
import { ReportForm } from './report-form';

/** The words of an open edit, kept by whoever draws the message, so that they outlive a look elsewhere. */
export interface KeptEdit {
  /** Null while no edit is open. It is asked anew each time, since whoever keeps them is not drawn anew with the message. */
  readonly words: () => Words | null;
  readonly keep: (words: Words | null) => void;
}

interface Props {
  readonly message: ShownMessage;
  readonly author: Author;
  /** Whether the author stands above it, or it goes on with the message before. */
  readonly isHead: boolean;
  readonly saysIssue: boolean;
  readonly level: HeadingLevel;
  readonly onEdit: (words: Words) => Promise<ViewProblem | null>;
  readonly onRemove: () => Promise<ViewProblem | null>;
  readonly kept: KeptEdit;
  /** Opens it where new messages are written; without it it is edited in its place, as Markdown. */
  readonly onEditBelow?: () => void;
  readonly isEditedBelow?: boolean;
  readonly onMarkUnread?: () => void;
  readonly onQuote?: () => void;
  readonly onReport?: (reason: ReportReason, note: string) => Promise<ViewProblem | null>;
  readonly onReact: (name: ReactionName, isGiven: boolean) => void;
  /** Whether the reader may give a quick answer. */
  readonly mayReact: boolean;
  /** More of its menu. */
  readonly more?: readonly MenuAction[];
  /** What stands below its words. */
  readonly foot?: React.ReactNode;
}

/** One stored message, with what can be done with it in a menu; it is edited and deleted in its place. */
export const MessageItem = (props: Props) => {
  const t = useTexts();
  const { formatClock, formatShortTime, formatTime } = useReader();
  const {
    message,
    author,
    isHead,
    level,
    onEdit,
    onRemove,
    kept,
    onEditBelow,
    isEditedBelow = false,
    mayReact,
    onReact,
  } = props;
  const words = kept.words();
  const [mode, setMode] = useState<'shown' | 'editing' | 'resumed' | 'deleting' | 'commenting' | 'reporting'>(
    words === null ? 'shown' : 'resumed',
  );
  const { id, body, source, origin, issue, ts, editedAt } = message;
  // The frame may have gone while it was edited there.
  const isEditing = source !== null && onEditBelow === undefined && (mode === 'editing' || words !== null);
  const show = () => {
    kept.keep(null);
    setMode('shown');
  };
  const edit = (markdown: string) => {
    kept.keep({ document: null, markdown });
    setMode('editing');
  };
  const isBusy = isEditing || isEditedBelow || mode === 'deleting' || mode === 'reporting';
  const actions = isBusy
    ? []
    : listActions(t, props, {
        edit,
        toComment: () => setMode('commenting'),
        askDelete: () => setMode('deleting'),
        askReport: () => setMode('reporting'),
      });
  const quick = isBusy || body === null || !mayReact ? [] : offerReactions(t, message, onReact);
  const time = { short: formatClock(ts), whole: formatTime(ts) };
  const hasEdit = editedAt !== null && body !== null;
  const edited = hasEdit ? t('message.edited', { time: formatTime(editedAt) }) : null;

  return (
    <MessageRow
      author={isHead ? author : null}
      time={time}
      level={level}
      note={
        <>
          {origin === null ? null : <Text size="small">{describeOrigin(t, origin)}</Text>}
          {props.saysIssue ? <IssueLine issue={issue} /> : null}
        </>
      }
      end={
        actions.length + quick.length === 0 ? null : (
          <ActionMenu
            label={
              message.from === 'me'
                ? t('message.actionsMine', { time: time.whole })
                : t('message.actionsOf', { name: author.name, time: time.whole })
            }
            facts={edited === null ? [time.whole] : [time.whole, edited]}
            quick={quick}
            actions={actions}
          />
        )
      }
    >
      {body === null ? (
        <Text color="color.text.subtle">
          <Em>{t(sayGone(message))}</Em>
        </Text>
      ) : isEditing ? (
        <MessageEditor
          id={id}
          initial={words?.markdown ?? source}
          isResumed={mode === 'resumed'}
          onText={(markdown) => kept.keep({ document: null, markdown })}
          onSave={(markdown) => onEdit({ document: null, markdown })}
          onClose={show}
        />
      ) : (
        <Stack space="space.050">
          <MessageText body={body} />
          {edited === null ? null : (
            <Tooltip content={edited}>
              <Text size="small" color="color.text.subtle">
                {t('message.edited', { time: formatShortTime(editedAt ?? ts) })}
              </Text>
            </Tooltip>
          )}
          <ReactionBar reactions={message.reactions} mayGive={mayReact} onReact={onReact} />
          {isEditedBelow ? <Text size="small">{t('edit.below')}</Text> : null}
          {mode === 'reporting' && props.onReport !== undefined ? (
            <ReportForm id={id} onReport={props.onReport} onClose={show} />
          ) : null}
          {mode === 'deleting' ? <DeleteConfirmation onConfirm={onRemove} onClose={show} /> : null}
          {mode === 'commenting' ? (
            <CommentDialog message={{ ...message, body }} onClose={() => setMode('shown')} />
          ) : null}
        </Stack>
      )}
      {props.foot}
    </MessageRow>
  );
};

interface Doing {
  readonly edit: (markdown: string) => void;
  readonly toComment: () => void;
  readonly askDelete: () => void;
  readonly askReport: () => void;
}

/** What its reader can do with it; what cannot be undone stands last. */
function listActions(
  t: ReturnType<typeof useTexts>,
  { message, onEditBelow, onMarkUnread, onQuote, onReport, more = [] }: Props,
  { edit, toComment, askDelete, askReport }: Doing,
) {
  const { from, body, source } = message;
  const isMine = from === 'me' && body !== null;
  const onEdit = !isMine ? undefined : (onEditBelow ?? (source === null ? undefined : () => edit(source)));
  const offered = [
    ['message.quote', body === null ? undefined : onQuote],
    ['message.toComment', isMine ? toComment : undefined],
    ['message.edit', onEdit],
    ['message.markUnread', onMarkUnread],
  ] as const;
  return [
    ...offered.flatMap(([key, onClick]) => (onClick === undefined ? [] : [{ text: t(key), onClick }])),
    ...more,
    ...(onReport === undefined ? [] : [{ text: t('message.report'), onClick: askReport }]),
    ...(isMine ? [{ text: t('message.delete'), onClick: askDelete }] : []),
  ];
}

/** Who took the words away, where it was not whoever wrote them. */
function sayGone({ isRemoved, from }: ShownMessage) {
  if (isRemoved !== true) return 'message.deleted';
  return from === 'me' ? 'message.removedMine' : 'message.removed';
}

function offerReactions(t: ReturnType<typeof useTexts>, { reactions }: ShownMessage, onReact: Props['onReact']) {
  return reactionNames.map((name) => {
    const isOn = reactions.some((it) => it.name === name && it.isMine);
    return { text: t(`reaction.${name}`), glyph: reactionGlyphs[name], isOn, onClick: () => onReact(name, !isOn) };
  });
}
