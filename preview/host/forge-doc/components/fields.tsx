import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import React, { type ChangeEvent, type ComponentType, createElement, type JSXElementConstructor } from 'react';
import { type ComponentProps, type ForgeComponent, handlerProp, textProp } from '../nodes/component-props';
import { useEchoedValue } from '../nodes/use-echoed-value';

interface FieldProps extends Pick<ComponentProps, 'props'> {
  readonly control: JSXElementConstructor<never>;
}

/** With `value` the view is in charge of the text, without it the browser is. */
function Field({ control, props }: FieldProps) {
  const value = textProp(props, 'value');
  if (value === undefined) {
    return createElement(control as unknown as ComponentType<Record<string, unknown>>, props);
  }
  return <EchoedField control={control} shared={props} value={value} onChange={handlerProp(props, 'onChange')} />;
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
  (control: JSXElementConstructor<never>): ForgeComponent =>
  ({ props }) => <Field props={props} control={control} />;

export const fields: Readonly<Record<string, ForgeComponent>> = {
  TextArea: fieldOf(TextArea),
  Textfield: fieldOf(Textfield),
};
