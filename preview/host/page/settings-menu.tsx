import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import SettingsIcon from '@atlaskit/icon/core/settings';
import React, { type ReactElement } from 'react';
import { appsPath } from '../links/places';
import { IconTrigger } from '../shell/icon-trigger';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

/** The cog: what administrators find there of an app. Others can still type the address, as in Jira. */
export function SettingsMenu(): ReactElement | null {
  const { session, navigate } = useShell();
  const texts = useTexts();
  if (session.person?.isAdmin !== true) return null;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <IconTrigger {...props} ref={triggerRef} icon={SettingsIcon} label={texts.settings} aria-pressed={isSelected} />
      )}
    >
      <DropdownItemGroup title={texts.jiraSettings}>
        <DropdownItem onClick={() => navigate(appsPath)}>{texts.apps}</DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
