import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import React, { type ReactElement } from 'react';
import type { BootIssue } from '../../wire/wire';
import { useShell } from '../shell/shell';
import { useTexts } from '../texts/language';
import { ActivityList } from './activity-list';
import { CommentForm } from './comment-form';
import { useActivity } from './use-activity';

/** "Activity" below a work item, as in Jira: what everyone may read, and what was changed. */
export function IssueActivity({ issue }: { readonly issue: BootIssue }): ReactElement {
  const { session } = useShell();
  const texts = useTexts();
  const { comments, changes, add } = useActivity(issue);
  return (
    <section className="activity" aria-label={texts.activity}>
      <h2 className="section-title">{texts.activity}</h2>
      {session.person === null ? null : <CommentForm add={add} />}
      <Tabs id="activity" defaultSelected={1}>
        <TabList>
          <Tab>{texts.all}</Tab>
          <Tab>{texts.comments}</Tab>
          <Tab>{texts.history}</Tab>
        </TabList>
        <TabPanel>
          <ActivityList issue={issue} entries={[...comments, ...changes]} nothing={texts.noHistory} />
        </TabPanel>
        <TabPanel>
          <ActivityList issue={issue} entries={comments} nothing={texts.noComments} />
        </TabPanel>
        <TabPanel>
          <ActivityList issue={issue} entries={changes} nothing={texts.noHistory} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
