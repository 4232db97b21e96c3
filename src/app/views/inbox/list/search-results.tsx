import { Button, EmptyState, Heading, Pressable, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { documentToText } from '../../../../document/to-text';
import { type InboxHit, isolateText } from '../../../definitions';
import { describeNotice } from '../../conversation/describe-notice';
import type { Writing } from '../../conversation/writing';
import { LoadingNotice } from '../../shared/loading-notice';
import { namePerson } from '../../shared/name-person';
import { ProblemNotice } from '../../shared/problem-notice';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { entryOfPerson } from '../state/entry-of-person';
import type { InboxActions } from '../state/inbox-actions';
import type { Search } from '../state/inbox-state';
import { nameEntry } from '../state/name-entry';
import { EntryList } from './entry-list';

interface Props {
  readonly search: Search;
  readonly selected: string | null;
  readonly actions: InboxActions;
  readonly writing: Pick<Writing, 'hasDraft'>;
}

/** What a search found: conversations by their name, then messages, each of which opens its conversation. */
export const SearchResults = ({ search, selected, actions, writing }: Props) => {
  const t = useTexts();
  const { text, entries, hits, issue, cursor, isLoaded, isFetching, problem } = search;
  const { me } = useReader();
  // The platform says who looks in its own time: nobody is offered themselves.
  const people = me.id === '' ? [] : search.people.filter(({ id }) => id !== me.id);
  const isNothing = entries.length === 0 && hits.length === 0 && people.length === 0 && issue === null && me.id !== '';
  return (
    <Stack space="space.200">
      {isFetching && !isLoaded ? <LoadingNotice label={t('inbox.searching')} /> : null}
      {problem === null ? null : (
        <ProblemNotice problem={problem} onRetry={() => actions.search(text, isLoaded ? cursor : '')} />
      )}
      {isLoaded && isNothing && cursor === '' ? (
        <EmptyState
          header={t('inbox.noHits.title', { text })}
          description={t('inbox.noHits.text')}
          headingLevel={3}
          width="narrow"
        />
      ) : null}
      {entries.length === 0 ? null : (
        <EntryList
          title={t('inbox.foundNames')}
          paged={{ ...search, cursor: '' }}
          writing={writing}
          entries={entries}
          selected={selected}
          onOpen={(id) => actions.select(id)}
          onMore={() => undefined}
        />
      )}
      {issue === null ? null : (
        <Button appearance="subtle" shouldFitContainer onClick={() => actions.chooseIssue(issue)}>
          {t('inbox.aboutIssue', { key: issue.key, summary: isolateText(issue.summary) })}
        </Button>
      )}
      {people.length === 0 ? null : (
        <EntryList
          title={t('inbox.foundPeople')}
          paged={{ ...search, cursor: '' }}
          writing={writing}
          entries={people.map(entryOfPerson)}
          selected={selected}
          onOpen={(id) => actions.select(id)}
          onMore={() => undefined}
        />
      )}
      {hits.length === 0 ? null : (
        <Stack space="space.050">
          <Heading as="h3" size="xxsmall">
            {t('inbox.foundMessages')}
          </Heading>
          {hits.map((hit) => (
            <HitLine key={hit.message.id} hit={hit} onOpen={() => actions.select(hit.entry.id, hit.message.id)} />
          ))}
        </Stack>
      )}
      {cursor === '' ? null : (
        <Stack space="space.050">
          {isLoaded && hits.length === 0 ? <Text>{t('inbox.noHitsYet')}</Text> : null}
          <Button appearance="subtle" isDisabled={isFetching} onClick={() => actions.search(text, cursor)}>
            {t(hits.length === 0 ? 'inbox.olderHits' : 'inbox.more')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
};

const line = xcss({ width: '100%', padding: 'space.100', backgroundColor: 'color.background.neutral.subtle' });

const HitLine = ({ hit: { entry, message }, onOpen }: { hit: InboxHit; onOpen: () => void }) => {
  const t = useTexts();
  const { me, formatTime } = useReader();
  const { from, sender, body, ts, notice } = message;
  const author = from === 'me' || sender === null ? t('people.you') : namePerson(t, sender);
  return (
    <Pressable xcss={line} onClick={onOpen}>
      <Stack space="space.050">
        <Text weight="medium" align="start" maxLines={1}>
          {nameEntry(t, entry)}
        </Text>
        <Text size="small" align="start" maxLines={3}>
          {notice === null
            ? t('inbox.hit', { author, text: body === null ? '' : documentToText(body) })
            : describeNotice(t, notice, me.id)}
        </Text>
        <Text size="small" align="start" color="color.text.subtlest">
          {formatTime(ts)}
        </Text>
      </Stack>
    </Pressable>
  );
};
