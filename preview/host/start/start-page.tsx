import Button, { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import React, { type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { BootIssue, BootPerson } from '../../wire/wire';
import { IssueRow } from '../issues/issue-row';
import { pathOfRule } from '../links/places';
import { isForBrowser } from '../links/site-link';
import { useShell } from '../shell/shell';
import { fill, useTexts } from '../texts/language';
import { firstIssueKey, ruleKey, useOther } from './what-to-try';

const mostShown = 5;

interface Props {
  readonly issues: readonly BootIssue[];
}

/** "For you": in three lines what there is to try, and then one's own work, as in Jira. */
export function StartPage({ issues }: Props): ReactElement {
  const { boot, session, choosePerson, navigate, startTour } = useShell();
  const texts = useTexts();
  const other = useOther();
  const { person } = session;
  const first = issues.find(({ key }) => key === firstIssueKey);
  const mine = issues.filter(({ assigneeId, status }) => person?.accountId === assigneeId && status !== 'Done');
  const lately = [...issues].sort((a, b) => b.updatedAt - a.updatedAt).slice(0, mostShown);
  // Whoever becomes the other one wants to see what came.
  const become = (person: BootPerson): void => {
    choosePerson(person);
    if (first !== undefined) navigate(`/browse/${first.key}`);
  };
  const name = person?.displayName.split(' ')[0] ?? '';
  return (
    <main className="start-page">
      <Heading as="h1" size="large">
        {person === null ? boot.site.name : fill(texts.welcome, boot.site.name, name)}
      </Heading>
      <section className="try-this" aria-label={texts.tryThis}>
        <div className="try-this-head">
          <h2 className="try-this-title">{texts.tryThis}</h2>
          <Button onClick={startTour}>{texts.takeTour}</Button>
        </div>
        <ol>
          {first === undefined ? null : (
            <Step text={fill(texts.tryWrite, first.summary, other?.displayName ?? '')}>
              <GoButton path={`/browse/${first.key}`}>{fill(texts.openIt, first.key)}</GoButton>
            </Step>
          )}
          {other === undefined ? null : (
            <Step text={fill(texts.tryAnswer, other.displayName)}>
              <Button onClick={() => become(other)}>{fill(texts.becomeThem, other.displayName)}</Button>
            </Step>
          )}
          <Step text={texts.tryRule}>
            <GoButton path={pathOfRule(ruleKey)}>{texts.openRule}</GoButton>
          </Step>
        </ol>
      </section>
      {person === null ? null : <List title={texts.assignedToMe} issues={mine.slice(0, mostShown)} />}
      <List title={texts.workedOn} issues={lately} />
    </main>
  );
}

function List({ title, issues }: Props & { readonly title: string }): ReactElement {
  const { navigate } = useShell();
  const texts = useTexts();
  return (
    <section aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {issues.length === 0 ? (
        <p className="subtle">{texts.nothingAssigned}</p>
      ) : (
        <ul className="issue-rows">
          {issues.map((issue) => (
            <IssueRow key={issue.id} issue={issue} goTo={navigate} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Step({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactElement {
  return (
    <li>
      <span>{text}</span>
      {children}
    </li>
  );
}

function GoButton({ path, children }: { readonly path: string; readonly children: ReactNode }): ReactElement {
  const { navigate } = useShell();
  const open = (event: MouseEvent): void => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    navigate(path);
  };
  return (
    <LinkButton href={path} onClick={open}>
      {children}
    </LinkButton>
  );
}
