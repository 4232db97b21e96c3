import ForgeReconciler, { I18nProvider, useTranslation } from '@forge/react';
import React from 'react';
import { AutomationBody } from '../automation/automation-body';
import { LoadingNotice } from '../shared/loading-notice';

/** Nothing is said before the reader's language is known, so that no text flickers; the spinner alone needs none. */
const AutomationForm = () => {
  const { ready } = useTranslation();
  return ready ? <AutomationBody /> : <LoadingNotice label="" />;
};

ForgeReconciler.render(
  <I18nProvider>
    <AutomationForm />
  </I18nProvider>,
);
