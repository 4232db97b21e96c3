import Heading from '@atlaskit/heading';
import React, { type ReactElement, useContext } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import type { Boot, BootPerson } from '../../wire/wire';
import { SiteLink } from '../links/site-link';
import { formatMoment } from '../texts/format-time';
import { fill, LanguageContext, useTexts } from '../texts/language';
import { MailBody } from './mail-body';

interface Props {
  readonly boot: Boot;
  readonly person: BootPerson;
  readonly mail: JiraMail;
}

/** One mail, as a mail client shows it. */
export function MailReader({ boot, person, mail }: Props): ReactElement {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const [before, after] = texts.mailAbout.split('{0}');
  return (
    <article className="mail" aria-label={mail.subject}>
      <Heading as="h2" size="small">
        {mail.subject}
      </Heading>
      <dl className="mail-head">
        <dt>{texts.mailFrom}</dt>
        <dd>{fill(texts.mailSender, boot.appName, boot.site.name)}</dd>
        <dt>{texts.mailTo}</dt>
        <dd>{person.displayName}</dd>
        <dt>{texts.mailDate}</dt>
        <dd>{formatMoment(mail.at, language)}</dd>
      </dl>
      <MailBody mail={mail} />
      <footer className="mail-foot">
        {before}
        <SiteLink href={`/browse/${mail.issueKey}`}>{mail.issueKey}</SiteLink>
        {after}
      </footer>
    </article>
  );
}
