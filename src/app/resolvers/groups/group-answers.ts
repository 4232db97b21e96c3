import { aConversation, aKey, anAccount, aText, listOf, oneOf } from '../payload/kinds';
import { answerOnSite } from '../shared/answer';
import { addMembers } from './add-members';
import { changeGroup } from './change-group';
import { createGroup } from './create-group';
import { leaveGroup } from './leave-group';
import { removeMember } from './remove-member';

/** How many people one form adds; a group holds 500. */
const people = listOf(anAccount, 100);
const fields = { name: aText, topic: aText, privacy: oneOf('public', 'private') };
const id = aConversation;

/** What may be asked about groups as such. */
export const groupAnswers = {
  groupCreate: answerOnSite({ ...fields, people, key: aKey }, createGroup),
  groupChange: answerOnSite({ id, ...fields }, changeGroup),
  groupAdd: answerOnSite({ id, people }, addMembers),
  groupRemove: answerOnSite({ id, person: anAccount }, removeMember),
  groupLeave: answerOnSite({ id }, leaveGroup),
};
