import type { Person } from '../../platform/jira/people';

/** A made-up account. `handle` is what the page's address and the person switch use; Jira itself knows the account id only. */
export interface DemoPerson extends Person {
  readonly handle: string;
  readonly isAdmin: boolean;
  readonly colour: string;
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
    colour: '#0c66e4',
  },
  {
    ...member,
    handle: 'bob',
    accountId: '557058:8f20d6b4-71ce-4a35-b9d8-2e6f1c04a7b3',
    displayName: 'Bob Brandt',
    colour: '#1f845a',
  },
  {
    ...member,
    handle: 'carla',
    accountId: '557058:c49e7a18-5d32-4b60-a7f4-0b83e1d92c65',
    displayName: 'Carla Conti',
    colour: '#ae4787',
  },
  {
    ...member,
    handle: 'dan',
    accountId: '557058:e7b5128c-94fa-4d07-8c3b-6a0d5f91e248',
    displayName: 'Dan Dorsey',
    active: false,
    colour: '#626f86',
  },
  {
    ...member,
    handle: 'emi',
    accountId: '557058:f1d80b63-2a7e-4c59-95d6-c8e4370b1a9f',
    displayName: 'Emi Endo',
    hasConsented: false,
    colour: '#6e5dc6',
  },
  {
    ...member,
    handle: 'release-bot',
    accountId: '557058:0d5a9c3e-6f41-4e82-b07d-1b9c8a2e7f46',
    accountType: 'app',
    displayName: 'Release Bot',
    colour: '#946f00',
  },
  {
    ...member,
    handle: 'portal-pat',
    accountId: 'qm:2b9e4d70-8c15-46fa-a3e0-7d6f5b1c9e32:a6c0f3d8-1e57-4b94-8d2a-5f7e9c3b0146',
    accountType: 'customer',
    displayName: 'Pat Porter',
    colour: '#1d7f8c',
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
