import {
  ErrorMessage,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  ValidMessage,
} from '@atlaskit/form';
import React, { type FormEvent } from 'react';
import {
  type ComponentProps,
  type ForgeComponent,
  handlerProp,
  passThrough,
  passThroughLeaf,
  textProp,
} from '../nodes/component-props';

/** A view's onSubmit is called with nothing: it reads its own state. */
function Form({ props, children }: ComponentProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    handlerProp(props, 'onSubmit')?.();
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
    </form>
  );
}

/** As UI Kit does, an id gets a prefix of its own: nothing that a view says by `aria-labelledby` finds it. */
const labelPrefix = 'uikit-label-';

function UiKitLabel({ props, children }: ComponentProps) {
  const id = textProp(props, 'id');
  return (
    <Label htmlFor={textProp(props, 'labelFor') ?? ''} {...(id === undefined ? {} : { id: labelPrefix + id })}>
      {children}
    </Label>
  );
}

export const forms: Readonly<Record<string, ForgeComponent>> = {
  Form,
  Label: UiKitLabel,
  FormHeader: passThrough(FormHeader),
  FormSection: passThrough(FormSection),
  FormFooter: passThrough(FormFooter),
  HelperMessage: passThrough(HelperMessage),
  ErrorMessage: passThrough(ErrorMessage),
  ValidMessage: passThrough(ValidMessage),
  RequiredAsterisk: passThroughLeaf(RequiredAsterisk),
};
