import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import React, { type ReactElement, useState } from 'react';
import type { Session } from '../session/session';
import { HappeningLine } from './happening-line';
import { useHood } from './use-hood';

/** What the page shows at most. */
const mostShown = 100;

/** The button in the banner, and the drawer at the foot of the page: what the platform does for the app, as it happens. */
export function HoodDrawer({ session }: { readonly session: Session }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const hood = useHood(session, isOpen);
  return (
    <>
      <Button spacing="compact" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        Under the hood
      </Button>
      {isOpen ? (
        <aside className="hood" aria-label="Under the hood">
          <header>
            <h2>Under the hood</h2>
            {hood === null ? null : <p>{describePoints(hood.points)}</p>}
            <IconButton
              icon={CrossIcon}
              label="Close the drawer"
              appearance="subtle"
              onClick={() => setIsOpen(false)}
            />
          </header>
          <ol>
            {hood?.happenings.slice(0, mostShown).map((happening) => (
              <HappeningLine key={happening.id} happening={happening} />
            ))}
          </ol>
          {hood?.happenings.length === 0 ? <p>Nothing yet. Open an issue, or send a message.</p> : null}
        </aside>
      ) : null}
    </>
  );
}

function describePoints({ spent, quota, secondsLeft }: { spent: number; quota: number; secondsLeft: number }): string {
  const numbers = new Intl.NumberFormat('en');
  const minutes = Math.ceil(secondsLeft / 60);
  return `${numbers.format(spent)} of ${numbers.format(quota)} points of Jira in this hour, which ends in ${minutes} min`;
}
