import ForgeReconciler, { I18nProvider, Text, useTranslation } from '@forge/react';
import React from 'react';
import { useArrivalFlags } from '../background/use-arrival-flags';

/** Draws nothing that is seen: the platform gives a background script no place on the page. */
const Flags = () => {
  useArrivalFlags();
  return <Text> </Text>;
};

const Background = () => {
  const { ready } = useTranslation();
  return ready ? <Flags /> : <Text> </Text>;
};

ForgeReconciler.render(
  <I18nProvider>
    <Background />
  </I18nProvider>,
);
