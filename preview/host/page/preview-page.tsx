import { ModalTransition } from '@atlaskit/modal-dialog';
import React, { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Boot } from '../../wire/wire';
import type { createBridgeRegistry } from '../bridge/bridge-registry';
import type { ViewBridge } from '../bridge/view-bridge';
import { useLine } from '../channel/use-line';
import { HoodDrawer } from '../hood/hood-drawer';
import { findPlace } from '../links/places';
import { PeopleContext } from '../session/people-context';
import { keepFaultMode, keepPerson, openSession } from '../session/session';
import { useTheme } from '../session/theme';
import { useAddress } from '../session/use-address';
import { type OpenDialog, type Shell, ShellContext } from '../shell/shell';
import { keepLanguage, LanguageContext, openLanguage } from '../texts/language';
import { TourCard } from '../tour/tour-card';
import { FaultMenu } from './fault-menu';
import { Flags } from './flags';
import { Frame } from './frame';
import { ModuleDialog } from './module-dialog';
import type { Looks } from './person-menu';
import { PlaceView } from './place-view';
import { PreviewControls } from './preview-controls';
import { RemoteConsent } from './remote-consent';
import { TopMenus } from './top-menus';
import { useFlags } from './use-flags';
import { useRemoteConsent } from './use-remote-consent';

interface Props {
  readonly boot: Boot;
  readonly registerFrame: ReturnType<typeof createBridgeRegistry>;
}

/** The local Jira: what is around every page, and the page that the address names. */
export function PreviewPage({ boot, registerFrame }: Props): ReactElement {
  const [session, setSession] = useState(() => openSession(boot.people));
  const [language, setLanguage] = useState(openLanguage);
  const [isOnTour, setIsOnTour] = useState(false);
  const [address, navigate] = useAddress();
  const [themeChoice, theme, chooseTheme] = useTheme();
  const [viewRun, setViewRun] = useState(0);
  const [flags, flagActions] = useFlags();
  const [dialogs, setDialogs] = useState<readonly OpenDialog[]>([]);
  const [question, askForRemotes] = useRemoteConsent();
  const bridges = useRef(new Set<ViewBridge>()).current;
  const line = useLine(session);
  useEffect(() => {
    for (const bridge of bridges) bridge.emit('FORGE_CORE_THEME_CHANGED', { theme });
  }, [theme, bridges]);
  // A dialog belongs to the page and the person that it was opened by.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what closes it
  useEffect(() => setDialogs([]), [address.path, address.visit, session.person]);
  const shell: Shell = {
    ...flagActions,
    boot,
    session,
    theme,
    address,
    navigate,
    registerFrame,
    bridges,
    line,
    viewRun,
    reloadViews: () => setViewRun((count) => count + 1),
    askForRemotes,
    openDialog: (dialog) => setDialogs((open) => [...open, dialog]),
    choosePerson: (person) => {
      keepPerson(person);
      setSession((now) => ({ ...now, person }));
    },
    startTour: () => setIsOnTour(true),
    chooseFaultMode: (faultMode) => {
      keepFaultMode(faultMode);
      setSession((now) => ({ ...now, faultMode }));
    },
  };
  const leave = (dialog: OpenDialog, payload: unknown): void => {
    setDialogs((open) => open.filter((other) => other !== dialog));
    dialog.onClose(payload);
  };
  const controls = (
    <span className="banner-controls">
      <HoodDrawer session={session} />
      <FaultMenu mode={session.faultMode} chooseMode={shell.chooseFaultMode} />
      <PreviewControls reloadViews={shell.reloadViews} />
    </span>
  );
  const looks: Looks = {
    ...{ themeChoice, chooseTheme, language },
    chooseLanguage: (chosen) => {
      keepLanguage(chosen);
      setLanguage(chosen);
      // Jira itself loads the page anew.
      shell.reloadViews();
    },
  };
  const menus = <TopMenus looks={looks} />;
  return (
    <ShellContext.Provider value={shell}>
      <LanguageContext.Provider value={language}>
        <PeopleContext.Provider value={boot.people}>
          {isOnTour ? <TourCard leave={() => setIsOnTour(false)} /> : null}
          <Frame menus={menus} controls={controls}>
            <PlaceView place={findPlace(boot, address.path)} />
          </Frame>
          <ModalTransition>
            {dialogs.map((dialog, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are a stack
              <ModuleDialog key={index} dialog={dialog} leave={(payload) => leave(dialog, payload)} />
            ))}
          </ModalTransition>
          <ModalTransition>
            {question === null ? null : (
              <RemoteConsent appName={boot.appName} remotes={question.remotes} answer={question.answer} />
            )}
          </ModalTransition>
          <Flags flags={flags} close={flagActions.closeFlag} />
        </PeopleContext.Provider>
      </LanguageContext.Provider>
    </ShellContext.Provider>
  );
}
