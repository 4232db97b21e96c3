import { Button, ErrorMessage, Heading, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { describeProblem } from '../shared/describe-problem';
import type { ViewProblem } from '../shared/panel-state';
import { useTexts } from '../shared/use-texts';

interface Line {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly title: string;
  /** What stands there when nothing is left. */
  readonly empty: string;
  readonly lines: readonly Line[];
  /** What the button of a line says; it names the line, so that it can be told from the others by ear. */
  readonly action: (line: Line) => string;
  /** Null when it is done, else why not. */
  readonly onUndo: (line: Line) => Promise<ViewProblem | null>;
}

/** What someone has shut out, each with a way to let it in again. */
export const UndoList = ({ title, empty, lines, action, onUndo }: Props) => {
  const t = useTexts();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const undo = async (line: Line) => {
    setBusy(line.id);
    setProblem(await onUndo(line));
    setBusy(null);
  };
  return (
    <Stack space="space.100">
      <Heading as="h2" size="small">
        {title}
      </Heading>
      {lines.length === 0 ? <Text>{empty}</Text> : null}
      {lines.map((line) => (
        <Inline key={line.id} spread="space-between" alignBlock="center" space="space.100">
          <Text>{line.name}</Text>
          <Button spacing="compact" isDisabled={busy !== null} onClick={() => undo(line)}>
            {action(line)}
          </Button>
        </Inline>
      ))}
      {problem === null ? null : (
        <ErrorMessage>{t('preferences.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
    </Stack>
  );
};
