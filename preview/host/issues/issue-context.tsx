import Badge from '@atlaskit/badge';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import React, { type ReactElement, useId, useState } from 'react';
import type { BootIssue, BootModule } from '../../wire/wire';
import { ModuleView } from '../modules/module-view';
import { useContextStatus } from './use-context-status';

interface Props {
  readonly module: BootModule;
  readonly issue: BootIssue;
}

/** A module in the column on the right: closed at first, its view made when it is opened first, and kept from then on. */
export function IssueContext({ module, issue }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const [status, askStatus] = useContextStatus(module, issue);
  const id = useId();
  const toggle = (): void => {
    if (isOpen) askStatus('close');
    else if (!wasOpened) askStatus('open');
    setIsOpen(!isOpen);
    setWasOpened(true);
  };
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="issue-context" aria-label={`${module.title}, beside the issue`}>
      <h2>
        <button
          type="button"
          className="issue-context-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
        >
          <Chevron label="" size="small" />
          {module.iconUrl === null ? null : <img src={module.iconUrl} alt="" width={16} height={16} />}
          {module.title}
          {status?.value.label === undefined ? null : <Badge>{status.value.label}</Badge>}
        </button>
      </h2>
      <div id={id} className="app-view issue-context-body" hidden={!isOpen}>
        {wasOpened ? <ModuleView module={module} issue={issue} /> : null}
      </div>
    </section>
  );
}
