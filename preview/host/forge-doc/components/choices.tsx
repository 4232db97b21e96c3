import { Checkbox } from '@atlaskit/checkbox';
import { Radio, RadioGroup } from '@atlaskit/radio';
import Toggle from '@atlaskit/toggle';
import React, { useState } from 'react';
import {
  type ComponentProps,
  type ForgeComponent,
  handlerProp,
  passThroughLeaf,
  textProp,
} from '../nodes/component-props';

interface Option {
  readonly label: string;
  readonly value: string;
  readonly isDisabled?: boolean;
}

/** A list of checkboxes under one value, which Atlaskit has no component for. */
function CheckboxGroup({ props }: ComponentProps) {
  const given = props['value'] ?? props['defaultValue'];
  const [chosen, setChosen] = useState<readonly string[]>(Array.isArray(given) ? given : []);
  const current = Array.isArray(props['value']) ? (props['value'] as string[]) : chosen;
  const change = (value: string, isChecked: boolean): void => {
    const next = isChecked ? [...current, value] : current.filter((other) => other !== value);
    setChosen(next);
    handlerProp(props, 'onChange')?.(next);
  };
  return (
    <fieldset className="forge-fieldset">
      {(Array.isArray(props['options']) ? (props['options'] as Option[]) : []).map((option) => (
        <Checkbox
          key={option.value}
          name={textProp(props, 'name') ?? ''}
          label={option.label}
          value={option.value}
          isChecked={current.includes(option.value)}
          isDisabled={props['isDisabled'] === true || option.isDisabled === true}
          onChange={(event) => change(option.value, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}

export const choices: Readonly<Record<string, ForgeComponent>> = {
  Checkbox: passThroughLeaf(Checkbox),
  CheckboxGroup,
  Radio: passThroughLeaf(Radio),
  RadioGroup: passThroughLeaf(RadioGroup),
  Toggle: passThroughLeaf(Toggle),
};
