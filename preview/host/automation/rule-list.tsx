import Heading from '@atlaskit/heading';
import AutomationIcon from '@atlaskit/icon/core/automation';
import Lozenge from '@atlaskit/lozenge';
import React, { type ReactElement, useEffect, useState } from 'react';
import type { Rule } from '../../../platform/wire/wire';
import { pathOfRule } from '../links/places';
import { fetchRules } from '../session/preview-api';
import { PageLink } from '../shell/page-link';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';

/** The rules of the site, each with what it begins with. */
export function RuleList(): ReactElement {
  const { session, navigate, showFlag } = useShell();
  const texts = useTexts();
  const [rules, setRules] = useState<readonly Rule[]>([]);
  useEffect(() => {
    fetchRules(session).then(setRules, (error: unknown) =>
      showFlag({ id: 'rules', type: 'error', title: String(error) }),
    );
  }, [session, showFlag]);
  return (
    <main className="app-page automation">
      <div className="app-page-title">
        <Heading as="h1" size="large">
          {texts.automation}
        </Heading>
      </div>
      <ul className="issue-rows" aria-label={texts.rules}>
        {rules.map(({ key, name, trigger, isOn }) => (
          <li key={key}>
            <PageLink path={pathOfRule(key)} goTo={navigate} className="issue-row">
              <AutomationIcon label="" />
              <span className="issue-summary">
                {name}
                <span className="rule-trigger subtle">
                  {trigger === 'manual' ? texts.whenManual : texts.whenAssigned}
                </span>
              </span>
              <Lozenge appearance={isOn ? 'success' : 'default'}>{isOn ? texts.ruleIsOn : texts.ruleIsOff}</Lozenge>
            </PageLink>
          </li>
        ))}
      </ul>
    </main>
  );
}
