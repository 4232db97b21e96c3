import Avatar from '@atlaskit/avatar';
import React, { type ReactElement, useContext } from 'react';
import { PeopleContext } from '../session/people-context';
import { useTexts } from '../texts/language';

/** A face and a name, with what keeps someone from being an ordinary colleague. Null is nobody. */
export function PersonName({ accountId }: { readonly accountId: string | null }): ReactElement {
  const people = useContext(PeopleContext);
  const texts = useTexts();
  const kinds = { atlassian: '', app: texts.app, customer: texts.customer };
  const person = people.find((candidate) => candidate.accountId === accountId);
  if (person === undefined) {
    return (
      <span className="icon-text">
        <Avatar size="small" /> {texts.unassigned}
      </span>
    );
  }
  const remark = person.active ? kinds[person.accountType] : texts.inactive;
  return (
    <span className="icon-text">
      <Avatar size="small" src={person.avatarUrl} appearance={person.accountType === 'app' ? 'square' : 'circle'} />
      <span>
        {person.displayName}
        {remark === '' ? null : <span className="subtle"> ({remark})</span>}
      </span>
    </span>
  );
}
