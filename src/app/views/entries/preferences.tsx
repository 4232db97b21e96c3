import ForgeReconciler, { I18nProvider, useTranslation } from '@forge/react';
import React from 'react';
import { later } from '../shared/later';
import { LoadingNotice } from '../shared/loading-notice';

const load = async () => (await import('../preferences/preferences-body')).PreferencesBody;
const PreferencesBody = later(load, 'preferences.loading');
// Fetched beside the texts and not after them; a failure is met, and said, when it is drawn.
load().catch(() => undefined);

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
