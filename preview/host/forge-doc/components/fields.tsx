import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import React, { type ChangeEvent, type ComponentType, createElement, type JSXElementConstructor } from 'react';
import { type ComponentProps, type ForgeComponent, handlerProp, pickProps, textProp } from '../nodes/component-props';
import { useEchoedValue } from '../nodes/use-echoed-value';

const common = [
  'appearance',
  'aria-invalid',
  'aria-labelledby',
  'autoFocus',
  'id',
  'isCompact',
  'isDisabled',
  'isInvalid',
  'isMonospaced',
  'isReadOnly',
  'isRequired',
  'maxLength',
  'minLength',
  'name',
  'onBlur',
  'onFocus',
  'placeholder',
  'testId',
];

interface FieldProps extends Pick<ComponentProps, 'props'> {
  readonly control: JSXElementConstructor<never>;
  readonly names: readonly string[];
}

/** With `value` the view is in charge of the text, without it the browser is. */
function Field({ control, names, props }: FieldProps) {
  const shared = pickProps(props, names);
  const value = textProp(props, 'value');
  if (value === undefined) {
    return createElement(control as unknown as ComponentType<Record<string, unknown>>, {
      ...shared,
      ...pickProps(props, ['defaultValue', 'onChange']),
    });
  }
  return <EchoedField control={control} shared={shared} value={value} onChange={handlerProp(props, 'onChange')} />;
}

interface EchoedFieldProps {
  readonly control: JSXElementConstructor<never>;
  readonly shared: object;
  readonly value: string;
  readonly onChange: ((event: unknown) => void) | undefined;
}

function EchoedField({ control, shared, value, onChange }: EchoedFieldProps) {
  const [shown, type] = useEchoedValue(value);
  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    type(event.target.value);
    onChange?.(event);
  };
  return createElement(control as unknown as ComponentType<Record<string, unknown>>, {
    ...shared,
    value: shown,
    onChange: change,
  });
}

const fieldOf =
  (control: JSXElementConstructor<never>, names: readonly string[]): ForgeComponent =>
  ({ props }) => <Field props={props} control={control} names={names} />;

export const fields: Readonly<Record<string, ForgeComponent>> = {
  TextArea: fieldOf(TextArea, [...common, 'maxHeight', 'minimumRows', 'resize', 'spellCheck']),
  Textfield: fieldOf(Textfield, [
    ...common,
    'autoComplete',
    'elemAfterInput',
    'elemBeforeInput',
    'max',
    'min',
    'pattern',
    'type',
    'width',
  ]),
};
