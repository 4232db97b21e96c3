import { Button, ErrorMessage, HelperMessage, Inline, Label, Stack, TextArea } from '@forge/react';
import React, { useState } from 'react';
import { longestText } from '../../definitions';
import { useTexts } from '../shared/use-texts';

/** From this part of the limit on the count shows. */
const countedFrom = 0.8;

interface Props {
  readonly name: string;
  /** What was left unsent when this person was last shown. */
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onFocus: (hasFocus: boolean) => void;
  readonly onSend: (message: { text: string; key: string }) => void;
  /** Whether writing is what the person came for: it has the focus from the start. */
  readonly isFirst: boolean;
  /** Lower and without the hint, for a narrow place. */
  readonly isCompact: boolean;
}

/**
 * Where a message is written as Markdown, while the frame is not there. The text area keeps its own text, since one that
 * the app rewrites at each keystroke loses the caret while the host catches up; it is emptied by drawing a new one.
 */
export const PlainField = ({ name, draft, onDraft, onFocus, onSend, isFirst, isCompact }: Props) => {
  const t = useTexts();
  const [text, setText] = useState(draft);
  const [{ key, count }, setKey] = useState(() => ({ key: crypto.randomUUID(), count: 0 }));
  const left = longestText - text.length;

  const change = (value: string) => {
    setText(value);
    onDraft(value);
  };
  const send = () => {
    onSend({ text, key });
    change('');
    setKey({ key: crypto.randomUUID(), count: count + 1 });
  };

  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="composer">{t('composer.label', { name })}</Label>
        <TextArea
          key={key}
          id="composer"
          name="composer"
          defaultValue={text}
          autoFocus={isFirst || count > 0}
          minimumRows={isCompact ? 2 : 3}
          resize="smart"
          isInvalid={left < 0}
          onChange={(event) => change(String(event.target.value ?? ''))}
          onFocus={() => onFocus(true)}
          onBlur={() => onFocus(false)}
        />
        {isCompact ? null : <HelperMessage>{t('composer.hint')}</HelperMessage>}
        {left >= 0 && left <= longestText * (1 - countedFrom) ? (
          <HelperMessage>{t('composer.left', { count: left })}</HelperMessage>
        ) : null}
        {left < 0 ? <ErrorMessage>{t('composer.over', { count: -left })}</ErrorMessage> : null}
      </Stack>
      <Inline>
        <Button appearance="primary" isDisabled={text.trim() === '' || left < 0} onClick={send}>
          {t('composer.send')}
        </Button>
      </Inline>
    </Stack>
  );
};
