import { Button, Checkbox, HelperMessage, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { AwayPerson, ShownMessage } from '../../definitions';
import { type MentionedPerson, noWords } from '../../definitions/composer';
import { Composer, type WritingAt } from '../composing/composer';
import { describeProblem } from '../shared/describe-problem';
import { sayWrong } from '../shared/say-wrong';
import { type Texts, useTexts } from '../shared/use-texts';
import type { Outcome } from '../shared/view-problem';
import { AwayNotice } from './away/away-notice';
import type { Composing } from './composing';
import { lastOfMine } from './describe-reading';
import type { ConversationState } from './state/conversation-state';
import type { ConversationActions } from './use-conversations';
import type { Writing } from './writing';

interface Props {
  /** The conversation's name in the view. */
  readonly to: string;
  /** What to call who reads it. */
  readonly name: string;
  readonly conversation: Pick<
    ConversationState,
    | 'refusal'
    | 'mailClosed'
    | 'messages'
    | 'apart'
    | 'hasDraft'
    | 'isLoaded'
    | 'unreadCount'
    | 'upTo'
    | 'isPartlyShown'
    | 'questions'
    | 'person'
  >;
  readonly actions: Pick<ConversationActions, 'send' | 'edit'>;
  readonly writing: Writing;
  readonly composing: Composing;
  readonly findPeople: (search: string) => Promise<readonly MentionedPerson[]>;
  /** Who reads it, where they are away. */
  readonly away?: AwayPerson | undefined;
  /** Opens the conversation with somebody else. */
  readonly onWriteTo: (person: string) => Outcome;
  readonly isFirst?: boolean;
  readonly isCompact?: boolean;
}

/** Where one writes in a conversation, with what its reader will not get; or why one cannot. */
export const WritingPlace = ({ name, conversation, composing, findPeople, isFirst, isCompact, ...rest }: Props) => {
  const t = useTexts();
  const { refusal, mailClosed, messages, apart } = conversation;
  const { to, writing, away, onWriteTo } = rest;
  const [asking, setAsking] = useState<ReadonlySet<string>>(new Set());
  const edited = composing.isStanding ? composing.editedIn(to) : null;
  useKeptDraft(writing, to, edited, conversation);
  if (refusal !== null) {
    return (
      <SectionMessage appearance="information">
        <Text>
          {refusal === 'group_archived' ? t('problem.group_archived.text') : t(`refusal.${refusal}`, { name })}
        </Text>
      </SectionMessage>
    );
  }
  const message = [...messages, ...(apart?.messages ?? [])].find((it) => it.id === edited) ?? null;
  const setQuestion = (isQuestion: boolean) =>
    setAsking((known) => new Set([...[...known].filter((it) => it !== to), ...(isQuestion ? [to] : [])]));
  const isQuestion = asking.has(to);
  const parts = { ...rest, conversation, composing, isQuestion, onSent: () => setQuestion(false) };
  const isNew = message === null || message.body === null;
  const mayAsk = isNew && conversation.questions !== null && conversation.person?.kind === 'person';
  return (
    <Stack space="space.100">
      {away === undefined ? null : <AwayNotice away={away} onWriteTo={onWriteTo} />}
      {mailClosed === null ? null : (
        <SectionMessage appearance="information">
          <Text>{t(`told.${mailClosed}`, { name })}</Text>
        </SectionMessage>
      )}
      <Composer
        frame={composing}
        at={isNew ? writeNew(parts) : editThere(t, parts, message)}
        name={name}
        findPeople={findPeople}
        enterSends={composing.enterSends}
        isFirst={isFirst ?? false}
        isCompact={isCompact ?? false}
      />
      {mayAsk ? (
        <Checkbox label={t('question.wait')} isChecked={isQuestion} onChange={() => setQuestion(!isQuestion)} />
      ) : null}
      <DraftNotice writing={writing} to={to} edited={message?.id ?? null} />
    </Stack>
  );
};

/** What was begun here before is looked for as the place opens, and what is written is saved as it is left. */
function useKeptDraft(writing: Writing, to: string, edited: string | null, conversation: Props['conversation']): void {
  const mayHaveOne = edited !== null || (conversation.isLoaded && conversation.hasDraft !== false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are one object for the view.
  useEffect(() => {
    if (mayHaveOne) void writing.open(to, edited);
  }, [to, edited, mayHaveOne]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => () => writing.leave(to, edited), [to, edited]);
}

interface NoticeProps {
  readonly writing: Writing;
  readonly to: string;
  readonly edited: string | null;
}

/** Where the words are not kept by the service: yet, or until someone has chosen between two drafts. */
const DraftNotice = ({ writing, to, edited }: NoticeProps) => {
  const t = useTexts();
  const state = writing.stateOf(to, edited);
  if (state === 'kept') return null;
  if (state === 'not-kept') return <HelperMessage>{t('draft.notKept')}</HelperMessage>;
  return (
    <SectionMessage appearance="warning" title={t('draft.elsewhere.title')}>
      <Text>{t('draft.elsewhere.text')}</Text>
      <Inline space="space.100" rowSpace="space.050" shouldWrap>
        {(['mine', 'other'] as const).map((whose) => (
          <Button key={whose} spacing="compact" onClick={() => writing.choose(to, edited, whose)}>
            {t(`draft.elsewhere.${whose}`)}
          </Button>
        ))}
      </Inline>
    </SectionMessage>
  );
};

type Parts = Pick<Props, 'to' | 'conversation' | 'actions' | 'writing' | 'composing'> & {
  /** Whether an answer is waited for to what is sent next. */
  readonly isQuestion: boolean;
  readonly onSent: () => void;
};

function writeNew({ to, conversation, actions, writing, composing, isQuestion, onSent }: Parts): WritingAt {
  const version = writing.versionOf(to, null);
  return {
    place: `new ${version} ${to}`,
    isEdit: false,
    takesFocus: writing.isQuoting(to),
    words: () => writing.draftTo(to),
    keep(words) {
      // What a field tells as it gives way to other words would take their place.
      if (version === writing.versionOf(to, null)) writing.keepDraft(to, words);
      else writing.keepOlder(to, words, version);
    },
    async send(message) {
      writing.keepDraft(to, noWords);
      // It stands among the messages from now on, whatever comes of it.
      const { unreadCount, upTo, isPartlyShown } = conversation;
      const answers = unreadCount === 0 || isPartlyShown ? null : upTo;
      void actions.send(to, { ...message, answers, isQuestion });
      onSent();
      return null;
    },
    leave: () => undefined,
    editLast() {
      const last = lastOfMine(conversation);
      if (last !== null) composing.edit(to, last.id);
    },
    refuse: () => undefined,
  };
}

function editThere(t: Texts, { to, actions, writing, composing }: Parts, { id, body }: ShownMessage): WritingAt {
  const close = (): void => {
    writing.keepEdit(to, id, null);
    composing.edit(to, null);
  };
  return {
    place: `edit ${writing.versionOf(to, id)} ${to} ${id}`,
    isEdit: true,
    takesFocus: true,
    words: () => writing.editOf(id) ?? { document: body, markdown: '' },
    keep: (words) => writing.keepEdit(to, id, words),
    async send({ words }) {
      // The field's last words were told to nobody else.
      writing.keepEdit(to, id, words);
      const problem = await actions.edit(to, id, words);
      if (problem !== null) return t('edit.failed', { reason: describeProblem(t, problem) });
      close();
      return null;
    },
    leave: close,
    editLast: () => undefined,
    refuse() {
      close();
      sayWrong(t('edit.unfit.title'), t('edit.unfit.text'));
    },
  };
}
