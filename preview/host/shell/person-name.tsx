import Avatar from '@atlaskit/avatar';
import React, { type ReactElement, useContext } from 'react';
import { PeopleContext } from '../session/people-context';

const kinds = { atlassian: '', app: 'app', customer: 'portal customer' } as const;

/** A face and a name, with what keeps someone from being an ordinary colleague. Null is nobody. */
export function PersonName({ accountId }: { readonly accountId: string | null }): ReactElement {
  const people = useContext(PeopleContext);
  const person = people.find((candidate) => candidate.accountId === accountId);
  if (person === undefined) {
    return (
      <span className="icon-text">
        <Avatar size="small" /> Unassigned
      </span>
    );
  }
  const remark = person.active ? kinds[person.accountType] : 'inactive';
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
