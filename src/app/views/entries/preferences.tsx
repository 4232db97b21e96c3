import ForgeReconciler, { I18nProvider, useTranslation } from '@forge/react';
import React from 'react';
import { PreferencesBody } from '../preferences/preferences-body';
import { LoadingNotice } from '../shared/loading-notice';

/** Nothing is said before the reader's language is known, so that no text flickers; the spinner alone needs none. */
const Preferences = () => {
  const { ready } = useTranslation();
  return ready ? <PreferencesBody /> : <LoadingNotice label="" />;
};

ForgeReconciler.render(
  <I18nProvider>
    <Preferences />
  </I18nProvider>,
);
