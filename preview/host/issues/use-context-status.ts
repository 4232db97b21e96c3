import { useCallback, useEffect, useState } from 'react';
import type { ContextStatus, StatusMoment } from '../../../platform/wire/wire';
import type { BootIssue, BootModule } from '../../wire/wire';
import { fetchContextStatus } from '../session/server';
import { useShell } from '../shell/shell';

/** What an app says beside the title of its context, and how to ask again. With the page the platform asks nothing. */
export function useContextStatus(
  module: BootModule,
  issue: BootIssue,
): readonly [ContextStatus | null, (moment: StatusMoment) => void] {
  const { session } = useShell();
  const [status, setStatus] = useState<ContextStatus | null>(null);
  const [moduleKey, issueKey] = [module.key, issue.key];
  const ask = useCallback(
    (moment: StatusMoment) => void fetchContextStatus(session, { moduleKey, issueKey, moment }).then(setStatus),
    [session, moduleKey, issueKey],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once with the page
  useEffect(() => ask('load'), []);
  return [status, ask];
}
