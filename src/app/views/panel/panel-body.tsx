import { view } from '@forge/bridge';
import { Button, Inline, Stack } from '@forge/react';
import React from 'react';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import { OpenPanel } from './open-panel';
import { type Panel, usePanel } from './state/use-panel';
import { type Place, usePlace } from './state/use-place';

/** What stands on an issue, in whatever state it is, and in whichever of its places: panel, context or dialog. */
export const PanelBody = () => {
  const place = usePlace();
  const panel = usePanel(place?.issueId ?? null);
  const module = place?.module ?? null;
  return (
    <Stack space="space.200">
      <PanelContent {...panel} place={place} />
      {module === 'action' ? <CloseButton /> : null}
    </Stack>
  );
};

const PanelContent = ({ state, place, ...panel }: Panel & { readonly place: Place | null }) => {
  const t = useTexts();
  if (state.phase === 'failed') return <ProblemNotice problem={state.problem} onRetry={panel.actions.refresh} />;
  if (state.phase === 'loading' || place === null) return <LoadingNotice label={t('panel.loading')} />;
  return <OpenPanel {...panel} state={state} place={place} />;
};

const CloseButton = () => {
  const t = useTexts();
  // A dialog that does not close has a way out of its own; there is nothing to say here.
  const close = () => void view.close().catch(() => undefined);
  return (
    <Inline alignInline="end">
      <Button onClick={close}>{t('panel.close')}</Button>
    </Inline>
  );
};
