import type { Issue, StatusName } from '../../../platform/jira/issues';
import type { DemoTime } from '../demo-time';

/** Something that a person did on an issue: said, moved to another status, or gave to someone. People are named by handle. */
export interface Deed {
  readonly by: string;
  readonly at: DemoTime;
  readonly says?: string;
  readonly moves?: StatusName;
  readonly assigns?: string;
}

/** A work item of the demo site, as it is told. */
export interface IssuePlan extends Pick<Issue, 'summary' | 'type' | 'status' | 'priority' | 'description' | 'labels'> {
  /** In its project. */
  readonly number: number;
  readonly created: DemoTime;
  readonly activity?: readonly Deed[];
  /** Whether someone has added the app's panel to it. */
  readonly hasPanel?: boolean;
  readonly reporter: string;
  readonly assignee: string | null;
  readonly visibleTo?: readonly string[];
  readonly watchers?: readonly string[];
}
