import AutomationIcon from '@atlaskit/icon/core/automation';
import WorkItemsIcon from '@atlaskit/icon/core/work-items';
import React, { type ReactElement, type ReactNode } from 'react';
import { automationPath, findModule, findPlace } from '../links/places';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';

interface Props {
  readonly goTo: (path: string) => void;
}

/** The project at the side, and the app's own page under "Apps". */
export function Sidebar({ goTo }: Props): ReactElement {
  const { boot, address } = useShell();
  const place = findPlace(boot, address.path);
  const page = findModule(boot, 'jira:globalPage');
  const isAppPage = place.kind === 'app' && place.module === page;
  return (
    <>
      <div className="project">
        <span className="project-mark" aria-hidden="true">
          {boot.project.name.charAt(0)}
        </span>
        <span>
          <strong>{boot.project.name}</strong>
          <span className="subtle">Software project</span>
        </span>
      </div>
      <Entry path="/" goTo={goTo} isCurrent={place.kind === 'issues' || place.kind === 'issue'}>
        <WorkItemsIcon label="" /> Work
      </Entry>
      <Entry path={automationPath} goTo={goTo} isCurrent={place.kind === 'automation'}>
        <AutomationIcon label="" /> Automation
      </Entry>
      {page === undefined ? null : (
        <>
          <h2 className="sidebar-heading">Apps</h2>
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
