import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import Select from '@atlaskit/select';
import React, { type FormEvent, type ReactElement, useState } from 'react';
import type { BootIssue } from '../../wire/wire';
import { useTexts } from '../texts/language';

interface Props {
  readonly issues: readonly BootIssue[];
  readonly isRunning: boolean;
  readonly run: (issueKey: string) => void;
}

/** What triggers the rule: someone, on an issue of their choice. */
export function RunForm({ issues, isRunning, run }: Props): ReactElement {
  const texts = useTexts();
  const options = issues.map((issue) => ({ label: `${issue.key} ${issue.summary}`, value: issue.key }));
  const [chosen, setChosen] = useState(options[0]?.value);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== undefined && !isRunning) run(chosen);
  };
  return (
    <form className="rule-run" onSubmit={submit}>
      <Label htmlFor="rule-issue">{texts.workItem}</Label>
      <Select
        inputId="rule-issue"
        options={options}
        value={options.find((option) => option.value === chosen) ?? null}
        onChange={(option) => setChosen(option?.value)}
      />
      <Button type="submit" appearance="primary" isLoading={isRunning} isDisabled={chosen === undefined}>
        {texts.runRule}
      </Button>
    </form>
  );
}
