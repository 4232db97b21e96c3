import { Box, Stack, Text, xcss } from '@forge/react';
import React, { useEffect, useState } from 'react';
import {
  type Absence,
  type Choices,
  type InboxEntry,
  isolateText,
  type QuietHours,
  type Result,
} from '../../definitions';
import type { Person } from '../../definitions/person';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { namePerson } from '../shared/name-person';
import { ProblemNotice } from '../shared/problem-notice';
import { sayDone } from '../shared/say-done';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';
import { AwayForm } from './away-form';
import { ChoicesForm } from './choices-form';
import { OwnReports } from './own-reports';
import { QuietForm } from './quiet-form';
import { TestMailForm } from './test-mail-form';
import { UndoList } from './undo-list';

const page = xcss({ width: '100%', maxWidth: '640px' });

interface Kept {
  readonly choices: Choices;
  readonly quiet: QuietHours | null;
  readonly away: Absence<Person> | null;
  readonly muted: readonly InboxEntry[];
  readonly blocked: readonly NonNullable<InboxEntry['person']>[];
}

/** The personal settings page in whatever state it is. */
export const PreferencesBody = () => {
  const t = useTexts();
  const [kept, setKept] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const load = async () => {
    setProblem(null);
    const answer = await askResolver(invoke('preferences'));
    if (answer.ok) setKept(answer);
    else setProblem(answer.problem);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    void load();
  }, []);
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={load} />;
  if (kept === null) return <LoadingNotice label={t('preferences.loading')} />;

  const undo = async (invocation: Promise<Result<object>>, change: (known: Kept) => Partial<Kept>, said: string) => {
    const answer = await askResolver(invocation);
    if (!answer.ok) return answer.problem;
    setKept((known) => (known === null ? null : { ...known, ...change(known) }));
    sayDone(said);
    return null;
  };
  const nameOf = ({ person, name }: InboxEntry) => (person === null ? isolateText(name) : namePerson(t, person));
  return (
    <Box xcss={page}>
      <Stack space="space.400">
        <Text>{t('preferences.kept')}</Text>
        <ChoicesForm initial={kept.choices} />
        {kept.choices.enterSends == null ? null : (
          <>
            <QuietForm initial={kept.quiet} />
            <AwayForm initial={kept.away} />
          </>
        )}
        <TestMailForm />
        <UndoList
          title={t('preferences.muted.title')}
          empty={t('preferences.muted.none')}
          lines={kept.muted.map((entry) => ({ id: entry.id, name: nameOf(entry) }))}
          action={({ name }) => t('preferences.unmute', { name })}
          onUndo={({ id, name }) =>
            undo(
              invoke('inboxMute', { id, isMuted: false }),
              ({ muted }) => ({ muted: muted.filter((it) => it.id !== id) }),
              t('preferences.unmuted', { name }),
            )
          }
        />
        <UndoList
          title={t('preferences.blocked.title')}
          empty={t('preferences.blocked.none')}
          lines={kept.blocked.map((person) => ({ id: person.id, name: namePerson(t, person) }))}
          action={({ name }) => t('preferences.unblock', { name })}
          onUndo={({ id, name }) =>
            undo(
              invoke('unblock', { person: id }),
              ({ blocked }) => ({ blocked: blocked.filter((it) => it.id !== id) }),
              t('preferences.unblocked', { name }),
            )
          }
        />
        <OwnReports />
      </Stack>
    </Box>
  );
};
