import Heading from '@atlaskit/heading';
import AutomationIcon from '@atlaskit/icon/core/automation';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Toggle from '@atlaskit/toggle';
import React, { type ReactElement, useRef, useState } from 'react';
import type { Rule } from '../../../platform/wire/wire';
import type { BootIssue } from '../../wire/wire';
import type { ViewBridge } from '../bridge/view-bridge';
import { automationPath, findModule } from '../links/places';
import { ModuleView } from '../modules/module-view';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { fill, useTexts } from '../texts/language';
import { AuditLog } from './audit-log';
import { RunForm } from './run-form';
import { useRule } from './use-rule';

interface Props {
  readonly ruleKey: string;
  readonly issues: readonly BootIssue[];
}

/** A rule of Jira's automation: it does the app's action with what its form holds, by hand or when its trigger comes. */
export function AutomationPage({ ruleKey, issues }: Props): ReactElement {
  const { boot, session, viewRun, navigate } = useShell();
  const { rule, problem, change, run } = useRule(session, ruleKey);
  const texts = useTexts();
  const [isRunning, setIsRunning] = useState(false);
  const bridge = useRef<ViewBridge | null>(null);
  const module = findModule(boot, 'action');
  // Read when the view asks, so that one that is loaded anew starts with what was typed last.
  const inputs = useRef<Rule['inputs']>({});
  if (rule !== null) inputs.current = rule.inputs;
  const start = async (issueKey: string): Promise<void> => {
    const tell = (isValidating: boolean) =>
      bridge.current?.emit('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', { isValidating });
    setIsRunning(true);
    tell(true);
    await run(issueKey);
    tell(false);
    setIsRunning(false);
  };
  return (
    <main className="app-page automation">
      <div className="subtle">
        <PageLink path={automationPath} goTo={navigate}>
          {texts.automation}
        </PageLink>
      </div>
      <div className="app-page-title">
        <Heading as="h1" size="large">
          {rule?.name ?? texts.automation}
        </Heading>
        {rule === null ? null : (
          <span className="rule-switch">
            <Toggle
              label={texts.turnRule}
              isChecked={rule.isOn}
              onChange={(event) => change({ isOn: event.currentTarget.checked })}
            />
            {rule.isOn ? texts.ruleIsOn : texts.ruleIsOff}
          </span>
        )}
      </div>
      {problem === null ? null : (
        <SectionMessage appearance="error" title={texts.ruleFailed}>
          {problem}
        </SectionMessage>
      )}
      {rule === null && problem === null ? <Spinner label={texts.loading} /> : null}
      {rule === null ? null : (
        <div className="rule-columns">
          <div>
            <section className="rule-card" aria-label={texts.trigger}>
              <h2>{rule.trigger === 'manual' ? texts.whenManual : texts.whenAssigned}</h2>
              {rule.trigger === 'manual' ? null : <p>{texts.whenAssignedHint}</p>}
              <RunForm issues={issues} isRunning={isRunning} run={(issueKey) => void start(issueKey)} />
            </section>
            {module === undefined ? null : (
              <section className="rule-card" aria-label={texts.action}>
                <h2>
                  <AutomationIcon label="" /> {fill(texts.thenDo, module.title)}
                </h2>
                <div className="app-view">
                  <ModuleView
                    key={`${rule.key} ${session.person?.handle ?? ''} ${viewRun}`}
                    module={module}
                    issue={null}
                    extension={{ data: { inputs: inputs.current }, errors: { invalidInputs: [] } }}
                    submit={(values) => {
                      const next = JSON.parse(JSON.stringify(values ?? {})) as Rule['inputs'];
                      inputs.current = next;
                      change({ inputs: next });
                    }}
                    onConnect={(connected) => {
                      bridge.current = connected;
                    }}
                  />
                </div>
              </section>
            )}
          </div>
          <AuditLog runs={rule.runs} />
        </div>
      )}
    </main>
  );
}
