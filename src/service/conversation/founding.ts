import type { ConversationInput } from '../../contract/resources';
import { AppError, refuseField } from '../errors/app-error';
import { decideSee } from './access';
import type { Actor } from './actor';
import type { NewGroup } from './conversation-store';
import { refuseNobody } from './group-rules';

type Founding = Omit<NewGroup, 'cloudId' | 'ownerId' | 'claim'>;

/**
 * What is asked of a new group. One beside an issue is private: it is the app that sees to it that its members may see the
 * issue, and nobody would be asked about who finds a public group by themselves.
 * @throws AppError `invalid_request`
 */
export function readFounding(actor: Actor, input: ConversationInput): Founding {
  const { name, topic, privacy, issue = null, members = [], follows } = input;
  if (issue !== null && privacy !== 'private') throw refuseField('body/privacy', 'must be private beside an issue');
  if (follows !== undefined && issue === null) throw refuseField('body/follows', 'must not be there without an issue');
  refuseNobody(members, 'body/members');
  const others = [...new Set(members)].filter((id) => id !== actor.id);
  return {
    name,
    topic,
    privacy,
    issue: issue && { id: issue.id, key: issue.key },
    members: others,
    sentMembers: members,
    follows:
      follows === undefined
        ? null
        : {
            conversationId: follows,
            decide(seen) {
              const { type, user } = decideSee(actor, seen).conversation;
              if (type !== 'direct') throw new AppError('conflict', 'Only a direct conversation goes on in a group.');
              if (!others.includes(user?.id ?? '')) {
                throw refuseField('body/members', 'must hold the other end of the conversation that goes on');
              }
            },
          },
  };
}
