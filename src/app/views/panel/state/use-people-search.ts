import { useEffect, useRef, useState } from 'react';
import type { PanelThread } from '../../../definitions';
import { pageJira } from '../../jira/page-jira';
import { useReader } from '../../shared/use-reader';
import type { ViewProblem } from '../../shared/view-problem';

/** How long someone pauses before what they typed is looked up, in milliseconds. */
const pause = 300;
const fewestCharacters = 2;

export interface PeopleSearch {
  /** Once there was a pause; an answer to what was typed before is dropped. */
  search(text: string): void;
  readonly status: 'short' | 'searching' | 'found' | 'none' | 'failed';
  readonly text: string;
  readonly people: readonly PanelThread['person'][];
  readonly problem: ViewProblem | null;
}

type Found = Omit<PeopleSearch, 'search'>;

const nothing: Found = { status: 'short', text: '', people: [], problem: null };

/** People of the site, by a part of their name. What they see is asked where a conversation starts. */
export function usePeopleSearch(): PeopleSearch {
  const [found, setFound] = useState<Found>(nothing);
  const { me } = useReader();
  // The platform says who they are in its own time, which may be after they began to type.
  const reader = useRef(me.id);
  reader.current = me.id;
  const asked = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    return () => {
      asked.current = '';
      clearTimeout(timer.current);
    };
  }, []);

  async function look(text: string) {
    const people = await pageJira.searchPeople(text, reader.current);
    if (asked.current !== text) return;
    if (people === null) setFound({ status: 'failed', text, people: [], problem: { code: 'jira_away' } });
    else if (people === 'not_allowed') {
      setFound({ status: 'failed', text, people: [], problem: { code: 'people_hidden' } });
    } else setFound({ status: people.length > 0 ? 'found' : 'none', text, people, problem: null });
  }

  function search(typed: string) {
    const text = typed.trim();
    if (text === asked.current) return;
    asked.current = text;
    clearTimeout(timer.current);
    if (text.length < fewestCharacters) return setFound(nothing);
    // Whom the words before found stay on offer: the list does not flicker at each letter.
    setFound(({ people }) => ({ status: 'searching', text, people, problem: null }));
    timer.current = setTimeout(() => void look(text), pause);
  }

  return { ...found, search };
}
