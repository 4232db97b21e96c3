import Heading from '@atlaskit/heading';
import React, { type ReactElement, useEffect, useState } from 'react';
import type { Boot, BootIssue } from '../../wire';
import type { createBridgeRegistry } from '../bridge/bridge-registry';
import { PeopleContext } from '../people-context';
import { assignIssue } from '../server';
import { keepPerson, keepServiceMode, openSession } from '../session';
import { useTheme } from '../theme';
import { usePath } from '../use-path';
import { Flags } from './flags';
import { Frame } from './frame';
import { IssueList } from './issue-list';
import { IssuePage } from './issue-page';
import { PersonMenu } from './person-menu';
import { PreviewControls } from './preview-controls';
import { useFlags } from './use-flags';

interface Props {
  readonly boot: Boot;
  readonly registerFrame: ReturnType<typeof createBridgeRegistry>;
}

/** The local Jira: an issue under its own path, the list under every other. */
export function PreviewPage({ boot, registerFrame }: Props): ReactElement {
  const [path, goTo] = usePath();
  const [session, setSession] = useState(() => openSession(boot.people));
  const [themeChoice, theme, chooseTheme] = useTheme();
  const [issues, setIssues] = useState(boot.issues);
  const [panelRun, setPanelRun] = useState(0);
  const [flags, flagActions] = useFlags();
  const key = /^\/browse\/([^/]+)$/.exec(path)?.[1]?.toUpperCase();
  const issue = issues.find((candidate) => candidate.key === key);
  useEffect(() => {
    document.title = issue === undefined ? boot.project.name : `[${issue.key}] ${issue.summary}`;
  }, [issue, boot.project.name]);
  const assign = async (changed: BootIssue, accountId: string | null): Promise<void> => {
    try {
      await assignIssue(session, changed.key, accountId);
      setIssues((all) => all.map((other) => (other.id === changed.id ? { ...other, assigneeId: accountId } : other)));
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      flagActions.showFlag({ id: 'assign', type: 'error', title: 'The assignee was not changed', description });
    }
  };
  const personMenu = (
    <PersonMenu
      people={boot.people}
      person={session.person}
      choosePerson={(person) => {
        keepPerson(person);
        setSession({ ...session, person });
      }}
      theme={themeChoice}
      chooseTheme={chooseTheme}
    />
  );
  const reloadPanels = (): void => setPanelRun((count) => count + 1);
  const controls = (
    <PreviewControls
      mode={session.serviceMode}
      chooseMode={(serviceMode) => {
        keepServiceMode(serviceMode);
        setSession({ ...session, serviceMode });
      }}
      reloadPanels={reloadPanels}
    />
  );
  return (
    <PeopleContext.Provider value={boot.people}>
      <Frame boot={boot} goTo={goTo} personMenu={personMenu} controls={controls}>
        {key === undefined ? <IssueList project={boot.project} issues={issues} goTo={goTo} /> : null}
        {key !== undefined && issue === undefined ? <NoSuchIssue /> : null}
        {issue === undefined ? null : (
          <IssuePage
            key={`${issue.id} ${panelRun}`}
            boot={boot}
            issue={issue}
            session={session}
            theme={theme}
            page={{ ...flagActions, goTo }}
            registerFrame={registerFrame}
            assign={session.person === null ? null : assign}
            reloadPanels={reloadPanels}
          />
        )}
      </Frame>
      <Flags flags={flags} close={flagActions.closeFlag} />
    </PeopleContext.Provider>
  );
}

function NoSuchIssue(): ReactElement {
  return (
    <main className="issue-list">
      <Heading as="h1" size="large">
        There is no such issue
      </Heading>
      <p>It may not exist, or you may not be allowed to see it.</p>
    </main>
  );
}
