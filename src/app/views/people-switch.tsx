import { Label, Select, Stack, Tab, TabList, TabPanel, Tabs } from '@forge/react';
import React from 'react';

/** How many people fit side by side in a narrow panel. */
const mostTabs = 4;

interface Props {
  readonly people: readonly { readonly id: string; readonly label: string }[];
  readonly selected: string;
  readonly label: string;
  readonly onSelect: (id: string) => void;
  readonly children: React.ReactNode;
}

/** Whose thread is shown: tabs for a few people, a list to choose from for more, neither for one. */
export const PeopleSwitch = ({ people, selected, label, onSelect, children }: Props) => {
  if (people.length < 2) return <>{children}</>;
  if (people.length > mostTabs) return <PeopleSelect {...{ people, selected, label, onSelect, children }} />;
  return (
    <Tabs
      id="people"
      selected={people.findIndex(({ id }) => id === selected)}
      onChange={(index) => {
        const person = people[index];
        if (person !== undefined) onSelect(person.id);
      }}
    >
      <TabList>
        {people.map(({ id, label: name }) => (
          <Tab key={id}>{name}</Tab>
        ))}
      </TabList>
      {people.map(({ id }) => (
        <TabPanel key={id}>{id === selected ? children : null}</TabPanel>
      ))}
    </Tabs>
  );
};

const PeopleSelect = ({ people, selected, label, onSelect, children }: Props) => {
  const options = people.map(({ id, label: name }) => ({ value: id, label: name }));
  return (
    <Stack space="space.200">
      <Stack>
        <Label labelFor="people">{label}</Label>
        <Select
          inputId="people"
          options={options}
          value={options.find(({ value }) => value === selected)}
          onChange={({ value }: { value: string }) => onSelect(value)}
        />
      </Stack>
      {children}
    </Stack>
  );
};
