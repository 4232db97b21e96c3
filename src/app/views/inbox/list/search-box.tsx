import { Box, Button, Form, Label, Stack, Textfield, xcss } from '@forge/react';
import React, { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../shared/use-texts';

/** How long someone pauses before what they typed is looked up, in milliseconds. */
const pause = 400;
/** One letter finds half of a site; one character of a script without letters can be a word. */
const saysEnough = (text: string): boolean => text.length > 1 || /[^\p{ASCII}]/u.test(text);

// What stands in the empty field says it to who sees it, so that a row more fits below.
const labelBox = xcss({ width: '1px', height: '1px', overflow: 'hidden' });

interface Props {
  readonly isSearching: boolean;
  readonly onSearch: (text: string) => void;
  readonly onEnd: () => void;
}

/** Where one says what to look for. It asks once one has paused, or at Enter, since each search is a call. */
export const SearchBox = ({ isSearching, onSearch, onEnd }: Props) => {
  const t = useTexts();
  // An empty field is a new one: the field keeps its own text.
  const [count, setCount] = useState(0);
  const typed = useRef('');
  const asked = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  // What was found was chosen, and stands in the list's place: what was typed for it goes.
  useEffect(() => {
    if (isSearching || !saysEnough(asked.current)) return;
    typed.current = '';
    asked.current = '';
    setCount((before) => before + 1);
  }, [isSearching]);

  const look = () => {
    clearTimeout(timer.current);
    const wanted = typed.current;
    if (wanted === asked.current) return;
    asked.current = wanted;
    if (saysEnough(wanted)) onSearch(wanted);
    else onEnd();
  };
  const type = (value: unknown) => {
    typed.current = String(value ?? '').trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(look, pause);
  };
  const end = () => {
    type('');
    look();
    setCount(count + 1);
  };
  return (
    <Form onSubmit={look}>
      <Stack>
        <Box xcss={labelBox}>
          <Label labelFor="search">{t('inbox.search')}</Label>
        </Box>
        <Textfield
          key={String(count)}
          id="search"
          name="search"
          isCompact
          placeholder={t('inbox.searchHint')}
          maxLength={200}
          onChange={(event) => type(event.target.value)}
        />
        {isSearching ? (
          <Button appearance="subtle" onClick={end}>
            {t('inbox.endSearch')}
          </Button>
        ) : null}
      </Stack>
    </Form>
  );
};
