import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useState } from 'react';
import { useTexts } from '../texts/language';
import { ScheduleItems } from './schedule-items';

interface Props {
  readonly reloadViews: () => void;
}

/** What only the preview has: the views anew, and what the platform runs at its own times, now. */
export function PreviewControls({ reloadViews }: Props): ReactElement {
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={isOpen}
      onOpenChange={(change) => setIsOpen(change.isOpen)}
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <Button ref={triggerRef} spacing="compact" isSelected={isSelected === true} {...props}>
          {texts.previewControls}
        </Button>
      )}
    >
      <DropdownItemGroup title={texts.theApp}>
        <DropdownItem onClick={reloadViews}>{texts.reloadViews}</DropdownItem>
      </DropdownItemGroup>
      <ScheduleItems close={() => setIsOpen(false)} />
    </DropdownMenu>
  );
}
