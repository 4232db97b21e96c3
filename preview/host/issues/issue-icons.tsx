import BugIcon from '@atlaskit/icon/core/bug';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import PriorityHighIcon from '@atlaskit/icon/core/priority-high';
import PriorityHighestIcon from '@atlaskit/icon/core/priority-highest';
import PriorityLowIcon from '@atlaskit/icon/core/priority-low';
import PriorityMediumIcon from '@atlaskit/icon/core/priority-medium';
import StoryIcon from '@atlaskit/icon/core/story';
import { token } from '@atlaskit/tokens';
import React, { type ReactElement } from 'react';
import type { BootIssue } from '../../wire/wire';

const types = {
  Bug: { Icon: BugIcon, backgroundColor: token('color.background.accent.red.bolder') },
  Story: { Icon: StoryIcon, backgroundColor: token('color.background.accent.green.bolder') },
  Task: { Icon: CheckMarkIcon, backgroundColor: token('color.background.accent.blue.bolder') },
} as const;

const priorities = {
  Highest: { Icon: PriorityHighestIcon, color: token('color.icon.accent.red') },
  High: { Icon: PriorityHighIcon, color: token('color.icon.accent.red') },
  Medium: { Icon: PriorityMediumIcon, color: token('color.icon.accent.yellow') },
  Low: { Icon: PriorityLowIcon, color: token('color.icon.accent.blue') },
} as const;

export function IssueTypeIcon({ type }: { readonly type: BootIssue['type'] }): ReactElement {
  const { Icon, backgroundColor } = types[type];
  return (
    <span className="icon issue-type" style={{ backgroundColor }}>
      <Icon label={type} color={token('color.icon.inverse')} size="small" />
    </span>
  );
}

export function Priority({ priority }: { readonly priority: BootIssue['priority'] }): ReactElement {
  const { Icon, color } = priorities[priority];
  return (
    <span className="icon-text">
      <span className="icon" style={{ color }}>
        <Icon label="" color="currentColor" />
      </span>
      {priority}
    </span>
  );
}
