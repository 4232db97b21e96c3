import { useProductContext } from '@forge/react';
import React from 'react';
import { LoadingNotice } from '../shared/loading-notice';
import { useTexts } from '../shared/use-texts';
import { readActionInputs } from './action-inputs';
import { InputsForm } from './inputs-form';
import { parseInvalidInputs } from './parse-invalid-inputs';
import { useValidating } from './use-validating';

/** The action's form, once the rule's values are known. */
export const AutomationBody = () => {
  const t = useTexts();
  const isValidating = useValidating();
  const context = useProductContext();
  if (context === undefined) return <LoadingNotice label={t('automation.loading')} />;
  const { data, errors } = context.extension as Readonly<Record<string, { inputs?: unknown; invalidInputs?: unknown }>>;
  return (
    <InputsForm
      initial={readActionInputs(data?.inputs)}
      invalid={parseInvalidInputs(errors?.invalidInputs)}
      isValidating={isValidating}
    />
  );
};
