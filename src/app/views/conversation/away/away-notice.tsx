import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { type AwayPerson, isolateText } from '../../../definitions';
import { refuseRecipient } from '../../../definitions/refuse-recipient';
import { describeProblem } from '../../shared/describe-problem';
import { namePerson } from '../../shared/name-person';
import { sayWrong } from '../../shared/say-wrong';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { Outcome } from '../../shared/view-problem';

interface Props {
  readonly away: AwayPerson;
  /** Opens the conversation with somebody else; what was begun here stays here. */
  readonly onWriteTo: (person: string) => Outcome;
}

/**
 * Until when somebody is away, their word, and whom to write to instead. Who is named is offered where Jira shows the
 * reader somebody who reads what is written, else nothing is said of them; and where the reader may write to them, else it
 * is said where they may.
 */
export const AwayNotice = ({ away: { person, until, word, substitute, mayWriteInstead }, onWriteTo }: Props) => {
  const t = useTexts();
  const { me, formatUntil } = useReader();
  const isReader = substitute !== null && substitute.id === me.id;
  const instead = substitute === null || isReader || !mayBeOffered(substitute) ? null : substitute;
  const writeTo = async (id: string, name: string) => {
    const problem = await onWriteTo(id);
    if (problem !== null) sayWrong(t('away.notOpened', { name }), describeProblem(t, problem));
  };
  return (
    <SectionMessage appearance="information">
      <Stack space="space.100">
        <Text>{t('away.until', { name: namePerson(t, person), time: formatUntil(until) })}</Text>
        {word === '' ? null : <Text>{t('away.word', { word: isolateText(word) })}</Text>}
        {isReader ? <Text>{t('away.you')}</Text> : null}
        {instead === null ? null : !mayWriteInstead ? (
          <Text>{t('away.begin', { name: namePerson(t, instead) })}</Text>
        ) : (
          <Inline>
            <Button spacing="compact" onClick={() => void writeTo(instead.id, namePerson(t, instead))}>
              {t('away.instead', { name: namePerson(t, instead) })}
            </Button>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
};

/** Of whom Jira did not answer nobody knows a name that a button could say. */
function mayBeOffered(person: NonNullable<AwayPerson['substitute']>): boolean {
  return person.name !== null && refuseRecipient(person) === null;
}
