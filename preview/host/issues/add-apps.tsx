import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AppsIcon from '@atlaskit/icon/core/apps';
import React, { type ReactElement } from 'react';
import type { BootModule } from '../../wire/wire';
import { IconTrigger } from '../shell/icon-trigger';
import { useTexts } from '../texts/language';

interface Props {
  /** Panels that nobody has added to the issue. */
  readonly modules: readonly BootModule[];
  readonly add: (module: BootModule) => void;
}

/** The button under an issue's title by which people add an app's panel to it. Until then no panel is there. */
export function AddApps({ modules, add }: Props): ReactElement | null {
  const texts = useTexts();
  if (modules.length === 0) return null;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-start"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <IconTrigger {...props} ref={triggerRef} icon={AppsIcon} label={texts.addApps} aria-pressed={isSelected} />
      )}
    >
      <DropdownItemGroup title={texts.addToIssue}>
        {modules.map((module) => (
          <DropdownItem key={module.key} onClick={() => add(module)}>
            {module.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
