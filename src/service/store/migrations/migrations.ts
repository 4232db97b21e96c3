import { conversations } from './0001-conversations.sql';
import { groups } from './0002-groups.sql';
import { people } from './0003-people.sql';
import { operations } from './0004-operations.sql';
import { names } from './0005-names.sql';
import { foldedNames } from './0007-folded-names.sql';
import { texts } from './0008-texts.sql';
import { readByIssue } from './0009-read-by-issue.sql';
import { blocks } from './0010-blocks.sql';
import { audience } from './0011-audience.sql';
import { activity } from './0012-activity.sql';
import { drafts } from './0013-drafts.sql';
import { followUp } from './0014-follow-up.sql';
import { reports } from './0015-reports.sql';
import { programs } from './0016-programs.sql';
import { beside } from './0017-beside.sql';
import { mentions } from './0019-mentions.sql';
import { quiet } from './0020-quiet.sql';
import { publicMessages } from './0021-public-messages.sql';
import { publicMessagesByTime } from './0022-public-messages-by-time.sql';

/** Plain SQL, several statements, applied once. It never changes afterwards: its checksum is kept and compared. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All of them, in the order in which they are applied. */
export const migrations: readonly Migration[] = [
  conversations,
  groups,
  people,
  operations,
  names,
  foldedNames,
  texts,
  readByIssue,
  blocks,
  audience,
  activity,
  drafts,
  followUp,
  reports,
  programs,
  beside,
  mentions,
  quiet,
  publicMessages,
  publicMessagesByTime,
];
