import Avatar from '@atlaskit/avatar';
import React, { useContext } from 'react';
import { PeopleContext } from '../../session/people-context';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';

/** A person by account id, with the name that Jira knows. Whom it does not know is a former user, as in Jira. */
function User({ props }: ComponentProps) {
  const people = useContext(PeopleContext);
  const person = people.find((candidate) => candidate.accountId === props['accountId']);
  const name = person?.displayName ?? 'Former user';
  const isNameHidden = props['hideDisplayName'] === true;
  return (
    <span className="user">
      <Avatar
        size={isNameHidden ? 'medium' : 'small'}
        {...(isNameHidden ? { name } : {})}
        {...(person === undefined ? {} : { src: person.avatarUrl })}
      />
      {isNameHidden ? null : <span>{name}</span>}
    </span>
  );
}

function UserGroup({ children, props }: ComponentProps) {
  return (
    <span className="user-group" data-testid={textProp(props, 'testId')}>
      {children}
    </span>
  );
}

export const persons: Readonly<Record<string, ForgeComponent>> = { User, UserGroup };
