import { conversations } from './migrations/0001-conversations.sql';
import { groups } from './migrations/0002-groups.sql';
import { people } from './migrations/0003-people.sql';
import { operations } from './migrations/0004-operations.sql';
import { names } from './migrations/0005-names.sql';
import { foldedNames } from './migrations/0007-folded-names.sql';

/** Plain SQL, several statements, applied once. It never changes afterwards: its checksum is kept and compared. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All of them, in the order in which they are applied. */
export const migrations: readonly Migration[] = [conversations, groups, people, operations, names, foldedNames];
