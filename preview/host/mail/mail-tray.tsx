import Badge from '@atlaskit/badge';
import { IconButton } from '@atlaskit/button/new';
import EmailIcon from '@atlaskit/icon/core/email';
import Modal, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import React, { type ReactElement, useMemo, useState } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import type { Boot, BootPerson } from '../../wire/wire';
import { type SiteLinks, SiteLinksContext } from '../links/site-links';
import type { Session } from '../session/session';
import { fill, useTexts } from '../texts/language';
import { MailList } from './mail-list';
import { MailReader } from './mail-reader';
import { useMails } from './use-mails';

interface Props {
  readonly boot: Boot;
  readonly session: Session;
  readonly person: BootPerson;
  readonly links: SiteLinks;
}

/** The envelope in the top bar. What the app has Jira send lands here, since nothing leaves this machine. */
export function MailTray({ boot, session, person, links }: Props): ReactElement {
  const { mails, isNew, see } = useMails(session);
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = mails.find((mail) => mail.id === chosenId);
  const count = mails.filter(isNew).length;
  const choose = (mail: JiraMail): void => {
    setChosenId(mail.id);
    see(mail);
  };
  const open = (): void => {
    setIsOpen(true);
    setChosenId(null);
    if (mails[0] !== undefined) choose(mails[0]);
  };
  const leaving = useMemo<SiteLinks>(
    () => ({
      ...links,
      goTo: (path) => {
        setIsOpen(false);
        links.goTo(path);
      },
    }),
    [links],
  );
  return (
    <>
      <span className="mail-button">
        <IconButton
          icon={EmailIcon}
          label={count === 0 ? texts.mail : fill(texts.mailNew, String(count))}
          appearance="subtle"
          onClick={open}
        />
        {count === 0 ? null : (
          <span className="mail-count" aria-hidden="true">
            <Badge appearance="important">{count}</Badge>
          </span>
        )}
      </span>
      {isOpen ? (
        <Modal onClose={() => setIsOpen(false)} width="x-large">
          <ModalHeader hasCloseButton>
            <ModalTitle>{fill(texts.mailOf, person.displayName)}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <SiteLinksContext.Provider value={leaving}>
              {mails.length === 0 ? <p>{texts.noMail}</p> : null}
              <div className="mail-columns">
                <MailList mails={mails} chosen={chosen} isNew={isNew} choose={choose} />
                {chosen === undefined ? null : <MailReader boot={boot} person={person} mail={chosen} />}
              </div>
            </SiteLinksContext.Provider>
          </ModalBody>
        </Modal>
      ) : null}
    </>
  );
}
