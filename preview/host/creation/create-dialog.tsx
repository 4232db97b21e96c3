import Button from '@atlaskit/button/new';
import { ErrorMessage, Label } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import React, { type FormEvent, type ReactElement, useState } from 'react';
import type { BootIssue } from '../../wire/wire';
import { findPlace } from '../links/places';
import { createIssue } from '../session/jira-api';
import { useShell } from '../shell/shell';
import { fill, useTexts } from '../texts/language';

const types: readonly BootIssue['type'][] = ['Task', 'Story', 'Bug'];
const priorities: readonly BootIssue['priority'][] = ['Highest', 'High', 'Medium', 'Low'];

const asOption = <T extends string>(value: T) => ({ label: value as string, value });

/** What Jira asks for to make a work item. It stays open, with what was typed, until Jira has taken it. */
export function CreateDialog({ close }: { readonly close: () => void }): ReactElement {
  const { boot, session, address, navigate, showFlag } = useShell();
  const texts = useTexts();
  const place = findPlace(boot, address.path);
  const people = boot.people.filter(({ active, accountType }) => active && accountType === 'atlassian');
  const [projectKey, setProjectKey] = useState(
    place.kind === 'project' ? place.project.key : (boot.projects[0]?.key ?? ''),
  );
  const [type, setType] = useState<BootIssue['type']>('Task');
  const [priority, setPriority] = useState<BootIssue['priority']>('Medium');
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const [summary, setSummary] = useState('');
  const [description, setDescription] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (summary.trim() === '') return setProblem(texts.summaryMissing);
    setIsSending(true);
    try {
      const key = await createIssue(session, { projectKey, type, priority, assigneeId, summary, description });
      close();
      const id = `created ${key}`;
      const view = { text: texts.view, onClick: () => navigate(`/browse/${key}`) };
      const title = fill(texts.created, `${key} ${summary.trim()}`);
      showFlag({ id, type: 'success', title, actions: [view], isAutoDismiss: true });
      if (place.kind === 'project' || place.kind === 'start') navigate(address.path);
    } catch (error) {
      setIsSending(false);
      setProblem(error instanceof Error ? error.message : texts.notCreated);
    }
    return undefined;
  };
  const projects = boot.projects.map(({ key, name }) => ({ label: `${name} (${key})`, value: key }));
  const assignees = people.map(({ displayName, accountId }) => ({ label: displayName, value: accountId }));
  return (
    <Modal onClose={close} width="medium">
      <form onSubmit={(event) => void submit(event)}>
        <ModalHeader hasCloseButton>
          <ModalTitle>{texts.createTitle}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="create-form">
            <Label htmlFor="create-project">{texts.project}</Label>
            <Select
              inputId="create-project"
              options={projects}
              value={projects.find(({ value }) => value === projectKey) ?? null}
              onChange={(option) => setProjectKey(option?.value ?? projectKey)}
            />
            <Label htmlFor="create-type">{texts.workType}</Label>
            <Select
              inputId="create-type"
              options={types.map(asOption)}
              value={asOption(type)}
              onChange={(option) => setType(option?.value ?? type)}
            />
            <Label htmlFor="create-summary">{texts.summary}</Label>
            <Textfield
              id="create-summary"
              value={summary}
              maxLength={255}
              isInvalid={problem !== null}
              aria-describedby="create-problem"
              onChange={(event) => {
                setSummary(event.currentTarget.value);
                setProblem(null);
              }}
            />
            <div id="create-problem" role="alert">
              {problem === null ? null : <ErrorMessage>{problem}</ErrorMessage>}
            </div>
            <Label htmlFor="create-description">{texts.description}</Label>
            <TextArea
              id="create-description"
              minimumRows={4}
              value={description}
              onChange={(event) => setDescription(event.currentTarget.value)}
            />
            <Label htmlFor="create-assignee">{texts.assignee}</Label>
            <Select
              inputId="create-assignee"
              isClearable
              placeholder={texts.unassigned}
              options={assignees}
              value={assignees.find(({ value }) => value === assigneeId) ?? null}
              onChange={(option) => setAssigneeId(option?.value ?? null)}
            />
            <Label htmlFor="create-priority">{texts.priority}</Label>
            <Select
              inputId="create-priority"
              options={priorities.map(asOption)}
              value={asOption(priority)}
              onChange={(option) => setPriority(option?.value ?? priority)}
            />
          </div>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={close}>
            {texts.cancel}
          </Button>
          <Button type="submit" appearance="primary" isLoading={isSending}>
            {texts.create}
          </Button>
        </ModalFooter>
      </form>
    </Modal>
  );
}
