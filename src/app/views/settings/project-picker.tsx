import React, { useRef } from 'react';
import type { Switches } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { SearchSelect } from '../shared/search-select';
import { useTexts } from '../shared/use-texts';

type Project = Switches['projectsOff'][number];

interface Props {
  readonly projects: readonly Project[];
  readonly onChange: (projects: readonly Project[]) => void;
}

/** Projects of the site, by a part of their name or key. */
export const ProjectPicker = ({ projects, onChange }: Props) => {
  const t = useTexts();
  // What was found or chosen so far: the field gives back ids alone.
  const known = useRef(new Map<string, Project>());
  for (const project of projects) known.current.set(project.id, project);
  const toOption = ({ id, key, name }: Project) => ({ value: id, label: t('settings.sending.project', { name, key }) });
  const find = async (text: string) => {
    const answer = await askResolver(invokeSettings('findProjects', { text }));
    if (!answer.ok) return null;
    for (const project of answer.projects) known.current.set(project.id, project);
    return answer.projects.map(toOption);
  };
  return (
    <SearchSelect
      id="projects-off"
      label={t('settings.sending.projects')}
      placeholder={t('settings.sending.projectsPlaceholder')}
      hint={t('settings.sending.projectsHint')}
      failure={t('settings.sending.projectsFailed')}
      chosen={projects.map(toOption)}
      find={find}
      onChange={(options) => onChange(options.flatMap(({ value }) => known.current.get(value) ?? []))}
    />
  );
};
