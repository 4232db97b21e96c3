import React, { type ReactElement } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';

interface Props {
  readonly mails: readonly JiraMail[];
  readonly chosen: JiraMail | undefined;
  readonly isNew: (mail: JiraMail) => boolean;
  readonly choose: (mail: JiraMail) => void;
}

export function MailList({ mails, chosen, isNew, choose }: Props): ReactElement {
  return (
    <ul className="mail-list" aria-label="Mails">
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            className={isNew(mail) ? 'mail-row new' : 'mail-row'}
            aria-current={mail === chosen ? 'true' : undefined}
            onClick={() => choose(mail)}
          >
            <span className="mail-row-subject">
              {isNew(mail) ? <span className="assistive">New: </span> : null}
              {mail.subject}
            </span>
            <span className="subtle">{new Date(mail.at).toLocaleTimeString()}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
