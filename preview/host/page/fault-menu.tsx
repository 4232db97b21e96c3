import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useState } from 'react';
import { type FaultMode, faultModes } from '../../../platform/wire/wire';
import { fill, useTexts } from '../texts/language';

interface Props {
  readonly mode: FaultMode;
  /** Holds from the next request on: what the view shows and what was typed stay. */
  readonly chooseMode: (mode: FaultMode) => void;
}

/** What goes wrong around the app, to see how it behaves then, and how it goes on. The button says what is chosen. */
export function FaultMenu({ mode, chooseMode }: Props): ReactElement {
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const names: Readonly<Record<FaultMode, string>> = {
    normal: texts.faultNone,
    away: texts.faultAway,
    slow: texts.faultSlow,
    refusing: texts.faultRefusing,
    'not-set': texts.faultNotSet,
    'jira-slow': texts.faultJiraSlow,
    'jira-quota': texts.faultJiraQuota,
    'jira-blind': texts.faultJiraBlind,
    'no-realtime': texts.faultNoRealtime,
    offline: texts.faultOffline,
  };
  const isOn = mode !== 'normal';
  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={isOpen}
      onOpenChange={(change) => setIsOpen(change.isOpen)}
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <Button
          ref={triggerRef}
          spacing="compact"
          appearance={isOn ? 'warning' : 'default'}
          isSelected={isSelected === true}
          {...props}
        >
          {isOn ? fill(texts.faultOn, names[mode]) : texts.faults}
        </Button>
      )}
    >
      <DropdownItemRadioGroup id="fault" title={texts.faultsTitle}>
        {faultModes.map((candidate) => (
          <DropdownItemRadio
            key={candidate}
            id={candidate}
            isSelected={candidate === mode}
            onClick={() => {
              setIsOpen(false);
              chooseMode(candidate);
            }}
          >
            {names[candidate]}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
