import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AppsIcon from '@atlaskit/icon/core/apps';
import React, { type ReactElement } from 'react';
import type { BootModule } from '../../wire/wire';
import { fill, useTexts } from '../texts/language';

interface Props {
  readonly modules: readonly BootModule[];
  /** Keys of those that somebody has added. */
  readonly shown: readonly string[];
  readonly show: (moduleKey: string, isShown: boolean) => void;
}

/** The button under the title that adds an app's panel to a work item: from then on everyone finds it there. */
export function AppsButton({ modules, shown, show }: Props): ReactElement {
  const texts = useTexts();
  return (
    <div className="quick-add">
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
          <Button ref={triggerRef} iconBefore={AppsIcon} isSelected={isSelected === true} {...props}>
            {texts.addApp}
          </Button>
        )}
      >
        <DropdownItemGroup>
          {modules.map(({ key, title, iconUrl }) => {
            const isShown = shown.includes(key);
            return (
              <DropdownItem
                key={key}
                elemBefore={iconUrl === null ? null : <img src={iconUrl} alt="" width={16} height={16} />}
                onClick={() => show(key, !isShown)}
              >
                {fill(isShown ? texts.removePanel : texts.addPanel, title)}
              </DropdownItem>
            );
          })}
        </DropdownItemGroup>
      </DropdownMenu>
    </div>
  );
}
