import Button from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItem,
  DropdownItemGroup,
  DropdownItemRadio,
  DropdownItemRadioGroup,
} from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useState } from 'react';
import { type ServiceMode, serviceModes } from '../../../platform/wire/wire';
import { ScheduleItems } from './schedule-items';

interface Props {
  readonly mode: ServiceMode;
  /** Holds from the next request on: what the view shows and what was typed stay. */
  readonly chooseMode: (mode: ServiceMode) => void;
  readonly reloadViews: () => void;
}

const modeNames = {
  normal: 'Answers',
  slow: 'Answers after two seconds',
  away: 'Is away',
  'not-set': 'Has no address yet',
} as const;

/** What only the preview has: ways to see how the app behaves when the conversation service is not at its best. */
export function PreviewControls({ mode, chooseMode, reloadViews }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={isOpen}
      onOpenChange={(change) => setIsOpen(change.isOpen)}
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <Button ref={triggerRef} spacing="compact" isSelected={isSelected || mode !== 'normal'} {...props}>
          Preview controls
        </Button>
      )}
    >
      <DropdownItemRadioGroup id="service" title="In this tab, the conversation service">
        {serviceModes.map((candidate) => (
          <DropdownItemRadio
            key={candidate}
            id={candidate}
            isSelected={candidate === mode}
            onClick={() => {
              setIsOpen(false);
              chooseMode(candidate);
            }}
          >
            {modeNames[candidate]}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
      <DropdownItemGroup title="The app">
        <DropdownItem onClick={reloadViews}>Load its views again</DropdownItem>
      </DropdownItemGroup>
      <ScheduleItems close={() => setIsOpen(false)} />
    </DropdownMenu>
  );
}
