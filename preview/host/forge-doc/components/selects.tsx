import Select from '@atlaskit/select';
import React, { createElement, useContext } from 'react';
import { PeopleContext } from '../../session/people-context';
import {
  type ComponentProps,
  type ForgeComponent,
  handlerProp,
  passThroughLeaf,
  pickProps,
  textProp,
} from '../nodes/component-props';

/** What a view is told of a person that was picked. */
interface Picked {
  readonly id: string;
  readonly type: 'user';
  readonly name: string;
  readonly avatarUrl: string;
}

/** Everyone who can sign in, by name. The platform's picker finds people by itself; a view cannot narrow that down. */
function UserPicker({ props }: ComponentProps) {
  const people = useContext(PeopleContext);
  const options = people
    .filter((person) => person.canSignIn)
    .map((person) => ({ label: person.displayName, value: person.accountId, avatarUrl: person.avatarUrl }));
  type Option = (typeof options)[number];
  const find = (value: unknown): Option[] =>
    (Array.isArray(value) ? value : [value]).flatMap((id) => options.find((option) => option.value === id) ?? []);
  const tell = (option: Option): Picked => ({
    id: option.value,
    type: 'user',
    name: option.label,
    avatarUrl: option.avatarUrl,
  });
  const change = (chosen: Option | readonly Option[] | null): void => {
    const picked = Array.isArray(chosen) ? chosen.map(tell) : chosen === null ? undefined : tell(chosen as Option);
    handlerProp(props, 'onChange')?.(picked);
  };
  const label = textProp(props, 'label');
  return createElement(Select as never, {
    ...pickProps(props, ['isMulti', 'isRequired', 'name', 'placeholder']),
    ...(label === undefined ? {} : { label, 'aria-label': label }),
    options,
    defaultValue: find(props['defaultValue']),
    isClearable: true,
    onChange: change,
  });
}

export const selects: Readonly<Record<string, ForgeComponent>> = {
  Select: passThroughLeaf(Select),
  UserPicker,
};
