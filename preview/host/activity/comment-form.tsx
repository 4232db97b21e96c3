import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import React, { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTexts } from '../texts/language';

interface Props {
  /** @returns whether it was taken; otherwise the words stay. */
  readonly add: (text: string) => Promise<boolean>;
}

/** The field for a comment: one line until somebody writes in it. */
export function CommentForm({ add }: Props): ReactElement {
  const texts = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    setIsSending(true);
    const isTaken = await add(text);
    setIsSending(false);
    if (!isTaken) return;
    setText('');
    setIsOpen(false);
  };
  return (
    <form className="comment-form" onSubmit={(event) => void submit(event)}>
      <TextArea
        aria-label={texts.comment}
        aria-describedby={id}
        placeholder={texts.addComment}
        minimumRows={isOpen ? 3 : 1}
        value={text}
        onFocus={() => setIsOpen(true)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p id={id} className="subtle" hidden={!isOpen}>
        {texts.everyoneSees}
      </p>
      {isOpen ? (
        <div className="comment-buttons">
          <Button type="submit" appearance="primary" isLoading={isSending}>
            {texts.save}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => {
              setText('');
              setIsOpen(false);
            }}
          >
            {texts.cancel}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
