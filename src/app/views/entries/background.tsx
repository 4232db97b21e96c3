import ForgeReconciler, { I18nProvider, Text, useProductContext, useTranslation } from '@forge/react';
import React from 'react';
import { useArrivalFlags } from '../background/use-arrival-flags';

/** Draws nothing that is seen: the platform gives a background script no place on the page. */
const Flags = ({ isOnIssue }: { readonly isOnIssue: boolean }) => {
  useArrivalFlags(isOnIssue);
  return <Text> </Text>;
};

const Background = () => {
  const { ready } = useTranslation();
  const context = useProductContext();
  const isOnIssue = context?.extension['issue'] !== undefined;
  return ready && context !== undefined ? <Flags isOnIssue={isOnIssue} /> : <Text> </Text>;
};

ForgeReconciler.render(
  <I18nProvider>
    <Background />
  </I18nProvider>,
);
