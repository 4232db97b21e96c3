import Avatar from '@atlaskit/avatar';
import React, { type ReactElement, useContext } from 'react';
import type { BootIssue } from '../../wire/wire';
import { AdfDocument } from '../adf/adf-document';
import { SiteLinksContext } from '../links/site-links';
import { PeopleContext } from '../session/people-context';
import { useSiteLinks } from '../shell/use-site-links';
import { formatTime } from '../texts/format-time';
import { LanguageContext, useTexts } from '../texts/language';
import type { Entry } from './use-activity';

interface Props {
  readonly issue: BootIssue;
  readonly entries: readonly Entry[];
  /** Said where there is none. */
  readonly nothing: string;
}

/** What happened on a work item, the newest first. */
export function ActivityList({ entries, nothing }: Props): ReactElement {
  const links = useSiteLinks();
  const language = useContext(LanguageContext);
  const people = useContext(PeopleContext);
  if (entries.length === 0) return <p className="subtle">{nothing}</p>;
  const sorted = [...entries].sort((a, b) => b.at - a.at);
  return (
    <SiteLinksContext.Provider value={links}>
      <ol className="activity-list">
        {sorted.map((entry) => {
          const author = people.find(({ accountId }) => accountId === entry.authorId);
          return (
            <li key={entry.id}>
              <Avatar size="medium" {...(author === undefined ? {} : { src: author.avatarUrl })} />
              <div>
                <p className="activity-head">
                  <strong>{author?.displayName ?? 'Jira'}</strong> <Deed entry={entry} />{' '}
                  <time className="subtle" dateTime={new Date(entry.at).toISOString()}>
                    {formatTime(entry.at, language)}
                  </time>
                </p>
                <Body entry={entry} />
              </div>
            </li>
          );
        })}
      </ol>
    </SiteLinksContext.Provider>
  );
}

function Deed({ entry }: { readonly entry: Entry }): ReactElement | null {
  const texts = useTexts();
  if (entry.kind === 'comment') return null;
  if (entry.kind === 'creation') return <>{texts.createdIt}</>;
  return <>{entry.field === 'status' ? texts.changedStatus : texts.changedAssignee}</>;
}

function Body({ entry }: { readonly entry: Entry }): ReactElement | null {
  const texts = useTexts();
  if (entry.kind === 'comment') return <AdfDocument document={entry.body} />;
  if (entry.kind === 'creation') return null;
  const none = entry.field === 'status' ? texts.none : texts.unassigned;
  return (
    <p className="activity-change">
      {entry.from ?? none} → {entry.to ?? none}
    </p>
  );
}
