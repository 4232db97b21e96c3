import { Button, Inline } from '@forge/react';
import React from 'react';
import { useTexts } from '../../shared/use-texts';
import type { KnownIssue, ListName } from '../state/inbox-state';

const filters = [
  'all',
  'unread',
  'mentions',
  'followUp',
  'groups',
  'rules',
  'drafts',
  'archived',
] as const satisfies readonly ListName[];

interface Props {
  readonly chosen: ListName;
  /** Stands among them once somebody has chosen it. */
  readonly issue: KnownIssue | null;
  readonly onChoose: (filter: ListName) => void;
}

/** Which conversations the list holds: what the service can list by itself, page by page. */
export const FilterBar = ({ chosen, issue, onChoose }: Props) => {
  const t = useTexts();
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {filters.map((filter) => (
        <Button
          key={filter}
          appearance="subtle"
          spacing="compact"
          isSelected={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {t(`inbox.filter.${filter}`)}
        </Button>
      ))}
      {issue === null ? null : (
        <Button
          appearance="subtle"
          spacing="compact"
          isSelected={chosen === 'issue'}
          onClick={() => onChoose(chosen === 'issue' ? 'all' : 'issue')}
        >
          {issue.key}
        </Button>
      )}
    </Inline>
  );
};
