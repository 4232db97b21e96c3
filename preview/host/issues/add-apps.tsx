import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AppsIcon from '@atlaskit/icon/core/apps';
import React, { type ReactElement } from 'react';
import type { BootModule } from '../../wire/wire';
import { IconTrigger } from '../shell/icon-trigger';

interface Props {
  /** Panels that nobody has added to the issue. */
  readonly modules: readonly BootModule[];
  readonly add: (module: BootModule) => void;
}

/** The button under an issue's title by which people add an app's panel to it. Until then no panel is there. */
export function AddApps({ modules, add }: Props): ReactElement | null {
  if (modules.length === 0) return null;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-start"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <IconTrigger {...props} ref={triggerRef} icon={AppsIcon} label="Add apps" aria-pressed={isSelected} />
      )}
    >
      <DropdownItemGroup title="Add to this issue">
        {modules.map((module) => (
          <DropdownItem key={module.key} onClick={() => add(module)}>
            {module.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
