import AutomationIcon from '@atlaskit/icon/core/automation';
import PersonIcon from '@atlaskit/icon/core/person-avatar';
import React, { type ReactElement, type ReactNode } from 'react';
import { automationPath, findModule, findPlace, pathOfProject } from '../links/places';
import { ProjectMark } from '../projects/project-mark';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

interface Props {
  readonly goTo: (path: string) => void;
}

/** What one works with at the side: one's own page, the projects, and the app's page under "Apps". */
export function Sidebar({ goTo }: Props): ReactElement {
  const { boot, address } = useShell();
  const texts = useTexts();
  const place = findPlace(boot, address.path);
  const page = findModule(boot, 'jira:globalPage');
  const isAppPage = place.kind === 'app' && place.module === page;
  const currentKey =
    place.kind === 'project' ? place.project.key : place.kind === 'issue' ? place.key.replace(/-\d+$/, '') : null;
  return (
    <>
      <Entry path="/" goTo={goTo} isCurrent={place.kind === 'start'}>
        <PersonIcon label="" /> {texts.forYou}
      </Entry>
      <h2 className="sidebar-heading">{texts.projects}</h2>
      {boot.projects.map((project) => (
        <Entry key={project.key} path={pathOfProject(project)} goTo={goTo} isCurrent={project.key === currentKey}>
          <ProjectMark project={project} /> {project.name}
        </Entry>
      ))}
      <Entry path={automationPath} goTo={goTo} isCurrent={place.kind === 'automation'}>
        <AutomationIcon label="" /> {texts.automation}
      </Entry>
      {page === undefined ? null : (
        <>
          <h2 className="sidebar-heading">{texts.apps}</h2>
          <Entry path={boot.appPath} goTo={goTo} isCurrent={isAppPage}>
            {page.iconUrl === null ? null : <img src={page.iconUrl} alt="" width={16} height={16} />} {page.title}
          </Entry>
        </>
      )}
    </>
  );
}

interface EntryProps extends Props {
  readonly path: string;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

function Entry({ path, goTo, isCurrent, children }: EntryProps): ReactElement {
  return (
    <PageLink
      path={path}
      goTo={goTo}
      isCurrent={isCurrent}
      className={isCurrent ? 'sidebar-link selected' : 'sidebar-link'}
    >
      {children}
    </PageLink>
  );
}
