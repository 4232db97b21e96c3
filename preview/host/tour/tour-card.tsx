import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import React, { type ReactElement, useEffect, useRef, useState } from 'react';
import { pathOfRule } from '../links/places';
import { useShell } from '../shell/shell';
import { firstIssueKey, ruleKey, useOther } from '../start/what-to-try';
import { fill, useTexts } from '../texts/language';

/** A short tour in a card over the page: it goes along, nothing waits for it, and Escape or its cross end it. */
export function TourCard({ leave }: { readonly leave: () => void }): ReactElement {
  const { boot, navigate, choosePerson } = useShell();
  const texts = useTexts();
  // Whoever it began with: it makes one somebody else on its way.
  const [other] = useState(useOther());
  const [step, setStep] = useState(0);
  const card = useRef<HTMLElement>(null);
  const steps = [
    { text: texts.tourPanel, go: () => navigate(`/browse/${firstIssueKey}`) },
    {
      text: fill(texts.tourAnswer, other?.displayName ?? ''),
      go: () => {
        if (other !== undefined) choosePerson(other);
      },
    },
    { text: texts.tourInbox, go: () => navigate(boot.appPath) },
    { text: texts.tourRule, go: () => navigate(pathOfRule(ruleKey)) },
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step goes where it leads once
  useEffect(() => {
    steps[step]?.go();
    card.current?.focus();
  }, [step]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [leave]);
  const isLast = step === steps.length - 1;
  return (
    <section className="tour-card" aria-label={texts.tour} ref={card} tabIndex={-1}>
      <div className="tour-head">
        <span className="subtle">{fill(texts.tourStep, String(step + 1), String(steps.length))}</span>
        <IconButton icon={CrossIcon} label={texts.leaveTour} appearance="subtle" spacing="compact" onClick={leave} />
      </div>
      <p>{steps[step]?.text}</p>
      <Button appearance="primary" onClick={() => (isLast ? leave() : setStep(step + 1))}>
        {isLast ? texts.finish : texts.next}
      </Button>
    </section>
  );
}
