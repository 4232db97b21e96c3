import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import React, { type ReactElement, useContext, useState } from 'react';
import type { Hood } from '../../wire/wire';
import type { Session } from '../session/session';
import type { Texts } from '../texts/english';
import { fill, type Language, LanguageContext, tagOf, useTexts } from '../texts/language';
import { HappeningLine } from './happening-line';
import { useHood } from './use-hood';

/** What the page shows at most. */
const mostShown = 100;

/** The button in the banner, and the drawer at the foot of the page: what the platform does for the app, as it happens. */
export function HoodDrawer({ session }: { readonly session: Session }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const texts = useTexts();
  const language = useContext(LanguageContext);
  const hood = useHood(session, isOpen);
  return (
    <>
      <Button spacing="compact" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {texts.hood}
      </Button>
      {isOpen ? (
        <aside className="hood" aria-label={texts.hood}>
          <header>
            <h2>{texts.hood}</h2>
            {hood === null ? null : <p>{describePoints(hood.points, texts, language)}</p>}
            <IconButton icon={CrossIcon} label={texts.closeHood} appearance="subtle" onClick={() => setIsOpen(false)} />
          </header>
          <ol>
            {hood?.happenings.slice(0, mostShown).map((happening) => (
              <HappeningLine key={happening.id} happening={happening} />
            ))}
          </ol>
          {hood?.happenings.length === 0 ? <p>{texts.hoodEmpty}</p> : null}
        </aside>
      ) : null}
    </>
  );
}

function describePoints({ spent, quota, secondsLeft }: Hood['points'], texts: Texts, language: Language): string {
  const numbers = new Intl.NumberFormat(tagOf(language));
  const minutes = String(Math.ceil(secondsLeft / 60));
  return fill(texts.hoodPoints, numbers.format(spent), numbers.format(quota), minutes);
}
