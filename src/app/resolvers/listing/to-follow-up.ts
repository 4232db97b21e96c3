import type { Conversation } from '../../../contract/resources';
import type { FollowUp } from '../../definitions';

/** Who waits for an answer in a conversation of a list, and of what the asker is to be reminded there, as far as the list says. */
export function toFollowUp({ questions, reminders }: Pick<Conversation, 'questions' | 'reminders'>): FollowUp {
  return {
    questions:
      questions?.map(({ messageId, issue, mine }) => ({ messageId, issueId: issue ?? null, isMine: mine })) ?? null,
    reminders: reminders ?? [],
  };
}
