import Heading from '@atlaskit/heading';
import React, { type ReactElement } from 'react';
import type { BootIssue, BootProject } from '../../wire/wire';
import { IssueRow } from '../issues/issue-row';
import { type ProjectTab, pathOfProject, projectTabs } from '../links/places';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';
import { Board } from './board';
import { ProjectMark } from './project-mark';

interface Props {
  readonly project: BootProject;
  readonly tab: ProjectTab;
  /** All that the person sees, of every project. */
  readonly issues: readonly BootIssue[];
}

/** A project with its tabs: the list of its work items, or the same as a board. */
export function ProjectPage({ project, tab, issues }: Props): ReactElement {
  const { navigate } = useShell();
  const texts = useTexts();
  const own = issues.filter(({ projectId }) => projectId === project.id);
  return (
    <main className="project-page">
      <div className="subtle">{texts.projects}</div>
      <div className="project-title">
        <ProjectMark project={project} />
        <Heading as="h1" size="large">
          {project.name}
        </Heading>
      </div>
      <nav className="page-tabs" aria-label={project.name}>
        {projectTabs.map((name) => (
          <PageLink key={name} path={pathOfProject(project, name)} goTo={navigate} isCurrent={name === tab}>
            {texts[name]}
          </PageLink>
        ))}
      </nav>
      {tab === 'board' ? (
        <Board issues={own} goTo={navigate} />
      ) : (
        <ul className="issue-rows" aria-label={texts.worksItems}>
          {own.map((issue) => (
            <IssueRow key={issue.id} issue={issue} goTo={navigate} />
          ))}
        </ul>
      )}
    </main>
  );
}
