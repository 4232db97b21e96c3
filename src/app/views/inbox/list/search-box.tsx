import { Button, Form, Inline, Label, LoadingButton, Stack, Textfield } from '@forge/react';
import React, { useState } from 'react';
import { useTexts } from '../../shared/use-texts';

interface Props {
  readonly isSearching: boolean;
  readonly isBusy: boolean;
  readonly onSearch: (text: string) => void;
  readonly onEnd: () => void;
}

/** Where one says what to look for. It asks when told to, by Enter or the button, since each search is a call. */
export const SearchBox = ({ isSearching, isBusy, onSearch, onEnd }: Props) => {
  const t = useTexts();
  const [{ text, count }, setText] = useState({ text: '', count: 0 });
  const wanted = text.trim();
  const submit = () => {
    if (wanted !== '') onSearch(wanted);
  };
  const end = () => {
    // An empty field is a new one: the field keeps its own text.
    setText({ text: '', count: count + 1 });
    onEnd();
  };
  return (
    <Form onSubmit={submit}>
      <Stack space="space.050">
        <Label labelFor="search">{t('inbox.search')}</Label>
        <Textfield
          key={String(count)}
          id="search"
          name="search"
          maxLength={200}
          onChange={(event) => setText({ text: String(event.target.value ?? ''), count })}
        />
        <Inline space="space.100">
          <LoadingButton type="submit" isLoading={isBusy} isDisabled={wanted === ''}>
            {t('inbox.find')}
          </LoadingButton>
          {isSearching ? (
            <Button appearance="subtle" onClick={end}>
              {t('inbox.endSearch')}
            </Button>
          ) : null}
        </Inline>
      </Stack>
    </Form>
  );
};
