import { useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import type { ViewBridge } from '../bridge/view-bridge';
import type { ViewHost } from '../bridge/view-host';
import { listenWhileSeen } from '../channel/listen-while-seen';
import { findHref } from '../links/find-href';
import { publishEvent } from '../session/preview-api';
import { invoke, requestJira } from '../session/server';
import { useShell } from '../shell/shell';
import { useSiteLinks } from '../shell/use-site-links';
import { LanguageContext } from '../texts/language';
import { useRemotes } from './use-remotes';
import { createViewPlace } from './view-place';
import { writeViewContext } from './write-view-context';

/** Which view, and where it is on the page. */
export interface ViewPlacement {
  readonly module: BootModule;
  /** Null for a module that is not on an issue. */
  readonly issue: BootIssue | null;
  /** What the view is told beside where it is, newest each time it asks. */
  readonly extension?: object;
  /** Where its own page is, for a module that has one. */
  readonly base?: string;
  /** Closes the dialog that the view is in. */
  readonly close?: ViewHost['close'];
  readonly submit?: ViewHost['submit'];
}

type PageSide = Omit<ViewHost, 'draw' | 'reportError' | 'askForConsent' | 'reloadView'>;

/**
 * What the page does for the view of a module.
 * @returns that, and what to call when the view's script starts, which returns how to let it go.
 */
export function useViewHost(placement: ViewPlacement): readonly [PageSide, (bridge: ViewBridge) => () => void] {
  const { module, issue, extension = {}, base, close = null, submit = null } = placement;
  const shell = useShell();
  const { boot, session, theme, bridges, navigate } = shell;
  const locale = useContext(LanguageContext);
  const remotes = useRemotes();
  const links = useSiteLinks();
  const closers = useRef<(() => void)[]>([]);
  const streams = useRef(new Set<() => void>());
  useEffect(
    () => () => {
      for (const call of closers.current) call();
    },
    [],
  );
  const place = useMemo(() => (base === undefined ? null : createViewPlace(base, navigate)), [base, navigate]);
  const isBackground = module.type.endsWith('BackgroundScript');
  const connect = useCallback(
    (bridge: ViewBridge) => {
      // Nothing of a script is drawn, so that nothing of it has to be drawn anew when it does not hear of a change.
      const known = isBackground ? { ...bridge, isListenedTo: () => true } : bridge;
      bridges.add(known);
      return () => {
        bridges.delete(known);
        for (const stop of streams.current) stop();
        streams.current.clear();
      };
    },
    [bridges, isBackground],
  );
  const localId = [boot.site.cloudId, module.key, issue?.id ?? 'page'].join('/');
  const at = { moduleKey: module.key, issueKey: issue?.key ?? null };
  const host: PageSide = {
    enableTheming: null,
    place,
    close,
    submit,
    onClose: close === null ? null : (callback) => void closers.current.push(callback),
    openModal: ({ context, ...options }) =>
      shell.openDialog({ ...options, module, issue, extension: { modal: context } }),
    showFlag: shell.showFlag,
    closeFlag: shell.closeFlag,
    findHref: (location) => findHref(boot, location),
    goTo: (path) => navigate(path),
    openTab: (href) => void window.open(links.forNewTab(href), '_blank', 'noopener'),
    emit: (event, payload) => {
      for (const bridge of bridges) bridge.emit(event, payload);
    },
    setTitle: (title) => {
      document.title = title;
    },
    context: () => {
      const { pathname: path, search } = window.location;
      return writeViewContext({
        ...{ boot, module, issue, session, theme, localId, locale, extension },
        address: { path, search },
      });
    },
    invoke: (functionKey, payload) => invoke(session, { ...at, functionKey, localId, payload }),
    requestJira: (path, init) => requestJira(session, path, init),
    subscribe: async (channel, onEvent) => {
      const stop = await listenWhileSeen({ ...channel, ...at }, onEvent, shell.line);
      streams.current.add(stop);
      return stop;
    },
    publish: (channel, payload) => publishEvent(session, { ...channel, ...at }, payload),
    readRemotes: remotes.read,
    setRemotes: remotes.set,
  };
  return [host, connect];
}
