import { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useContext, useEffect, useState } from 'react';
import type { Schedule } from '../../../platform/wire/wire';
import { fetchSchedules, runSchedule } from '../session/preview-api';
import { useShell } from '../shell/shell';
import type { Texts } from '../texts/english';
import { formatClock } from '../texts/format-time';
import { fill, type Language, LanguageContext, useTexts } from '../texts/language';

interface Props {
  readonly close: () => void;
}

/** What the platform runs at its own times, to be run now. */
export function ScheduleItems({ close }: Props): ReactElement | null {
  const { session, showFlag } = useShell();
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const [schedules, setSchedules] = useState<readonly Schedule[]>([]);
  useEffect(() => {
    fetchSchedules(session).then(setSchedules, () => setSchedules([]));
  }, [session]);
  if (schedules.length === 0) return null;
  const run = async ({ key }: Schedule): Promise<void> => {
    close();
    try {
      await runSchedule(session, key);
      showFlag({ id: `schedule ${key}`, type: 'success', title: fill(texts.hasRun, key), isAutoDismiss: true });
    } catch (error) {
      showFlag({
        id: `schedule ${key}`,
        type: 'error',
        title: fill(texts.hasFailed, key),
        description: describe(error),
      });
    }
  };
  return (
    <DropdownItemGroup title={texts.schedules}>
      {schedules.map((schedule) => (
        <DropdownItem
          key={schedule.key}
          description={describeLastRun(schedule, texts, language)}
          onClick={() => void run(schedule)}
        >
          {nameRun(schedule, texts)}
        </DropdownItem>
      ))}
    </DropdownItemGroup>
  );
}

function nameRun({ key, interval }: Schedule, texts: Texts): string {
  if (interval === 'fiveMinute') return texts.runSweep;
  return interval === 'week' ? texts.runReport : fill(texts.runSchedule, key);
}

function describeLastRun({ lastRun }: Schedule, texts: Texts, language: Language): string {
  return lastRun === null ? texts.neverRan : fill(texts.ranLast, formatClock(lastRun, language));
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
