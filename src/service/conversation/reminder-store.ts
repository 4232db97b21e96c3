import type { DueReminder, Reminder } from '../../contract/follow-up';
import type { Issue } from '../../contract/resources';
import type { Page, PageQuery } from './people-store';

/** Of what someone is reminded. Each is its owner's alone. */
export interface ReminderPlace {
  readonly cloudId: string;
  readonly ownerId: string;
  readonly conversationId: string;
  /** Null for the conversation as a whole. */
  readonly messageId: string | null;
}

export interface DueQuery extends PageQuery {
  /** Only those due later than this, and no later than that. */
  readonly since: Date;
  readonly until: Date;
}

export interface ReminderStore {
  /** By when they are due. */
  listReminders(cloudId: string, ownerId: string, page: PageQuery): Promise<Page<Reminder>>;
  /** One for each place: another one takes its place. `too-many`: the owner has `maxReminders` already. */
  setReminder(place: ReminderPlace, due: Date, issue: Issue | null): Promise<'set' | 'too-many'>;
  /** Again is nothing new. */
  removeReminder(place: ReminderPlace): Promise<void>;
  /** Of everybody who is still in the conversation; by when they are due. */
  listDueReminders(cloudId: string, query: DueQuery): Promise<Page<DueReminder>>;
}
