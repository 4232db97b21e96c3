import Heading from '@atlaskit/heading';
import React, { type ReactElement } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import type { Boot, BootPerson } from '../../wire/wire';
import { SiteLink } from '../links/site-link';
import { MailBody } from './mail-body';

interface Props {
  readonly boot: Boot;
  readonly person: BootPerson;
  readonly mail: JiraMail;
}

/** One mail, as a mail client shows it. */
export function MailReader({ boot, person, mail }: Props): ReactElement {
  return (
    <article className="mail" aria-label={mail.subject}>
      <Heading as="h2" size="small">
        {mail.subject}
      </Heading>
      <dl className="mail-head">
        <dt>From</dt>
        <dd>
          Jira, for {boot.appName} ({boot.site.name})
        </dd>
        <dt>To</dt>
        <dd>{person.displayName}</dd>
        <dt>Date</dt>
        <dd>{new Date(mail.at).toLocaleString()}</dd>
      </dl>
      <MailBody mail={mail} />
      <footer className="mail-foot">
        Jira sent this about <SiteLink href={`/browse/${mail.issueKey}`}>{mail.issueKey}</SiteLink>.
      </footer>
    </article>
  );
}
