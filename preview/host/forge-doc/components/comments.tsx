import AtlaskitComment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import React, { createElement, type ReactNode, useContext } from 'react';
import { type ComponentProps, DrawContext, type ForgeComponent, pickProps } from '../nodes/component-props';
import { findSlot } from '../nodes/forge-node';
import { wrapHandler } from '../nodes/reduce-event';

/** Author, time and actions come as a text and a function, which Atlaskit wants as elements. */
interface TextWithClick {
  readonly text: string;
  readonly onClick?: (...args: unknown[]) => unknown;
}

const plainProps = [
  'errorIconLabel',
  'headingLevel',
  'highlighted',
  'id',
  'isError',
  'isSaving',
  'restrictedTo',
  'savingText',
  'shouldRenderNestedCommentsInline',
  'shouldHeaderWrap',
  'testId',
  'type',
];

function readClick(part: TextWithClick): object {
  // The first level of props is wrapped for all components; these functions lie one deeper.
  return part.onClick === undefined ? {} : { onClick: wrapHandler(part.onClick) };
}

function drawActions(parts: unknown): ReactNode[] {
  return (Array.isArray(parts) ? (parts as TextWithClick[]) : []).map((part) => (
    <CommentAction key={part.text} {...readClick(part)}>
      {part.text}
    </CommentAction>
  ));
}

function Comment({ node, props, children }: ComponentProps) {
  const draw = useContext(DrawContext);
  const author = props['author'] as TextWithClick | undefined;
  const time = props['time'] as TextWithClick | undefined;
  const edited = props['edited'];
  const parts: Record<string, ReactNode> = {
    avatar: draw(findSlot(node, 'avatar')),
    content: draw(findSlot(node, 'content')),
  };
  if (author !== undefined) parts['author'] = <CommentAuthor {...readClick(author)}>{author.text}</CommentAuthor>;
  if (time !== undefined) parts['time'] = <CommentTime {...readClick(time)}>{time.text}</CommentTime>;
  if (typeof edited === 'string') parts['edited'] = <CommentEdited>{edited}</CommentEdited>;
  const actions = drawActions(props['actions']);
  const errorActions = drawActions(props['errorActions']);
  return createElement(
    AtlaskitComment as never,
    { ...pickProps(props, plainProps), ...parts, actions, errorActions },
    children,
  );
}

export const comments: Readonly<Record<string, ForgeComponent>> = { Comment };
