import { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useEffect, useState } from 'react';
import type { Schedule } from '../../../platform/wire/wire';
import { fetchSchedules, runSchedule } from '../session/preview-api';
import { useShell } from '../shell/shell';

const names: ReadonlyMap<string, string> = new Map([
  ['fiveMinute', 'Run the five-minute sweep now'],
  ['week', 'Run the weekly report now'],
]);

interface Props {
  readonly close: () => void;
}

/** What the platform runs at its own times, to be run now. */
export function ScheduleItems({ close }: Props): ReactElement | null {
  const { session, showFlag } = useShell();
  const [schedules, setSchedules] = useState<readonly Schedule[]>([]);
  useEffect(() => {
    fetchSchedules(session).then(setSchedules, () => setSchedules([]));
  }, [session]);
  if (schedules.length === 0) return null;
  const run = async ({ key }: Schedule): Promise<void> => {
    close();
    try {
      await runSchedule(session, key);
      showFlag({ id: `schedule ${key}`, type: 'success', title: `${key} has run`, isAutoDismiss: true });
    } catch (error) {
      showFlag({ id: `schedule ${key}`, type: 'error', title: `${key} has failed`, description: describe(error) });
    }
  };
  return (
    <DropdownItemGroup title="Schedules">
      {schedules.map((schedule) => (
        <DropdownItem key={schedule.key} description={describeLastRun(schedule)} onClick={() => void run(schedule)}>
          {names.get(schedule.interval) ?? `Run “${schedule.key}” now`}
        </DropdownItem>
      ))}
    </DropdownItemGroup>
  );
}

function describeLastRun({ lastRun }: Schedule): string {
  return lastRun === null ? 'Has not run yet' : `Ran last at ${new Date(lastRun).toLocaleTimeString()}`;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
