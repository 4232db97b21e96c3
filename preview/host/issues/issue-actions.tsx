import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import React, { type ReactElement, useRef } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { IconTrigger } from '../shell/icon-trigger';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

interface Props {
  readonly modules: readonly BootModule[];
  readonly issue: BootIssue;
}

/** The menu with the three dots: the app's actions on an issue, each in a dialog of the size that the manifest names. */
export function IssueActions({ modules, issue }: Props): ReactElement | null {
  const { openDialog } = useShell();
  const texts = useTexts();
  const trigger = useRef<HTMLButtonElement | null>(null);
  if (modules.length === 0) return null;
  const open = (module: BootModule): void =>
    openDialog({
      module,
      issue,
      title: module.title,
      size: 'medium',
      extension: {},
      closeOnEscape: true,
      closeOnOverlayClick: true,
      onClose: () => {},
      opener: trigger.current,
    });
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <IconTrigger
          {...props}
          ref={(element) => {
            trigger.current = element;
            if (typeof triggerRef === 'function') triggerRef(element);
            else if (triggerRef !== null) Object.assign(triggerRef, { current: element });
          }}
          icon={ShowMoreIcon}
          label={texts.actions}
          aria-pressed={isSelected}
        />
      )}
    >
      <DropdownItemGroup title={texts.apps}>
        {modules.map((module) => (
          <DropdownItem key={module.key} onClick={() => open(module)}>
            {module.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
