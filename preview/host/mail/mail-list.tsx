import React, { type ReactElement, useContext } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import { formatClock } from '../texts/format-time';
import { LanguageContext, useTexts } from '../texts/language';

interface Props {
  readonly mails: readonly JiraMail[];
  readonly chosen: JiraMail | undefined;
  readonly isNew: (mail: JiraMail) => boolean;
  readonly choose: (mail: JiraMail) => void;
}

export function MailList({ mails, chosen, isNew, choose }: Props): ReactElement {
  const texts = useTexts();
  const language = useContext(LanguageContext);
  return (
    <ul className="mail-list" aria-label={texts.mails}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            className={isNew(mail) ? 'mail-row new' : 'mail-row'}
            aria-current={mail === chosen ? 'true' : undefined}
            onClick={() => choose(mail)}
          >
            <span className="mail-row-subject">
              {isNew(mail) ? <span className="assistive">{texts.mailUnread} </span> : null}
              {mail.subject}
            </span>
            <span className="subtle">{formatClock(mail.at, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
