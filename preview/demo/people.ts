import type { Person } from '../../platform/jira/people';
import type { Face } from './face';

/** A made-up account. `handle` is what the page's address and the person switch use; Jira itself knows the account id only. */
export interface DemoPerson extends Person {
  readonly handle: string;
  readonly isAdmin: boolean;
  readonly colour: string;
  /** Null for what is no person. */
  readonly face: Face | null;
  /** A path of the preview. */
  readonly avatarUrl: string;
}

const member = { accountType: 'atlassian', active: true, hasConsented: true, isAdmin: false } as const;

/** Ids are in the shapes that Atlassian gives to people (`557058:`), apps and portal customers (`qm:`). */
const accounts: readonly Omit<DemoPerson, 'avatarUrl'>[] = [
  {
    ...member,
    handle: 'alice',
    accountId: '557058:3a1c5e72-0b8d-4f96-8e21-9d47c6b0a5f1',
    displayName: 'Alice Archer',
    isAdmin: true,
    colour: '#85b8ff',
    face: { skin: '#f3c9a5', hair: '#7a3e12', cut: 'bob', clothes: '#09326c' },
  },
  {
    ...member,
    handle: 'bob',
    accountId: '557058:8f20d6b4-71ce-4a35-b9d8-2e6f1c04a7b3',
    displayName: 'Bob Brandt',
    colour: '#7ee2b8',
    face: { skin: '#e8b48c', hair: '#2c1b10', cut: 'short', clothes: '#164b35', wears: 'beard' },
  },
  {
    ...member,
    handle: 'carla',
    accountId: '557058:c49e7a18-5d32-4b60-a7f4-0b83e1d92c65',
    displayName: 'Carla Conti',
    colour: '#f797d2',
    face: { skin: '#c58c5f', hair: '#1d1410', cut: 'curls', clothes: '#50253f' },
  },
  {
    ...member,
    handle: 'dan',
    accountId: '557058:e7b5128c-94fa-4d07-8c3b-6a0d5f91e248',
    displayName: 'Dan Dorsey',
    active: false,
    colour: '#b3b9c4',
    face: { skin: '#f0cdb0', hair: '#8993a5', cut: 'bald', clothes: '#44546f', wears: 'glasses' },
  },
  {
    ...member,
    handle: 'emi',
    accountId: '557058:f1d80b63-2a7e-4c59-95d6-c8e4370b1a9f',
    displayName: 'Emi Endo',
    hasConsented: false,
    colour: '#b8acf6',
    face: { skin: '#f5d3b3', hair: '#171412', cut: 'bun', clothes: '#352c63', wears: 'glasses' },
  },
  {
    ...member,
    handle: 'release-bot',
    accountId: '557058:0d5a9c3e-6f41-4e82-b07d-1b9c8a2e7f46',
    accountType: 'app',
    displayName: 'Release Bot',
    colour: '#946f00',
    face: null,
  },
  {
    ...member,
    handle: 'portal-pat',
    accountId: 'qm:2b9e4d70-8c15-46fa-a3e0-7d6f5b1c9e32:a6c0f3d8-1e57-4b94-8d2a-5f7e9c3b0146',
    accountType: 'customer',
    displayName: 'Pat Porter',
    colour: '#9dd9ee',
    face: { skin: '#8d5a3a', hair: '#1d1410', cut: 'short', clothes: '#ae2a19', wears: 'cap' },
  },
];

export const people: readonly DemoPerson[] = accounts.map((account) => ({
  ...account,
  avatarUrl: `/avatar/${account.handle}.svg`,
}));

const byAccountId: ReadonlyMap<string, DemoPerson> = new Map(people.map((person) => [person.accountId, person]));
const byHandle: ReadonlyMap<string, DemoPerson> = new Map(people.map((person) => [person.handle, person]));

/** By handle (`alice`) or by account id. */
export function findPersonByName(name: string): DemoPerson | undefined {
  return byHandle.get(name) ?? byAccountId.get(name);
}

/** Who can sign in: the switch offers these. Apps, portal customers and closed accounts cannot open an issue. */
export function canSignIn(person: Person): boolean {
  return person.active && person.accountType === 'atlassian';
}
