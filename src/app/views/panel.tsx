import ForgeReconciler, { I18nProvider, useTranslation } from '@forge/react';
import React from 'react';
import { LoadingNotice } from './loading-notice';
import { PanelBody } from './panel-body';

/** Nothing is said before the reader's language is known, so that no text flickers; the spinner alone needs none. */
const Panel = () => {
  const { ready } = useTranslation();
  return ready ? <PanelBody /> : <LoadingNotice label="" />;
};

ForgeReconciler.render(
  <I18nProvider>
    <Panel />
  </I18nProvider>,
);
