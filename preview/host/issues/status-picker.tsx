import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import React, { type ReactElement } from 'react';
import type { BootIssue } from '../../wire/wire';
import { useTexts } from '../texts/language';
import { StatusLozenge, statuses, useStatusName } from './status-lozenge';

interface Props {
  readonly status: BootIssue['status'];
  /** Null for someone who may not change it. */
  readonly move: ((status: BootIssue['status']) => void) | null;
}

/** The button with the status at the top of a work item: each status leads to each other one. */
export function StatusPicker({ status, move }: Props): ReactElement {
  const texts = useTexts();
  const nameOf = useStatusName();
  if (move === null) return <StatusLozenge status={status} />;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <button
          ref={triggerRef}
          type="button"
          aria-label={`${texts.status}: ${nameOf(status)}`}
          aria-pressed={isSelected}
          {...props}
          className={`status-button status-${statuses.indexOf(status)}`}
        >
          {nameOf(status)} <ChevronDownIcon label="" size="small" />
        </button>
      )}
    >
      <DropdownItemGroup title={texts.status}>
        {statuses
          .filter((candidate) => candidate !== status)
          .map((candidate) => (
            <DropdownItem key={candidate} onClick={() => move(candidate)}>
              <StatusLozenge status={candidate} />
            </DropdownItem>
          ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
