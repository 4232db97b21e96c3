import { mostBeside } from '../../definitions';
import { aConversation, aKey, anAccount, aText, listOf, oneOf, orAbsent, orNull } from '../payload/kinds';
import { answer, answerOnSite } from '../shared/answer';
import { addMembers } from './add-members';
import { changeGroup } from './change-group';
import { createGroup } from './create-group';
import { foundBeside } from './found-beside';
import { leaveGroup } from './leave-group';
import { removeMember } from './remove-member';

/** How many people one form adds; a group holds 500. */
const people = listOf(anAccount, 100);
/** Beside an issue, where Jira is asked about each. */
const few = listOf(anAccount, mostBeside);
const fields = { name: aText, topic: aText, privacy: oneOf('public', 'private') };
const id = aConversation;

/** What may be asked about groups as such. */
export const groupAnswers = {
  groupBeside: answer({ name: aText, people: few, follows: orNull(aConversation), key: aKey }, foundBeside),
  groupCreate: answerOnSite({ ...fields, people, key: aKey }, createGroup),
  groupChange: answerOnSite({ id, ...fields }, changeGroup),
  groupAdd: answerOnSite({ id, people, history: orAbsent(oneOf('all', 'from-now')) }, addMembers),
  groupRemove: answerOnSite({ id, person: anAccount }, removeMember),
  groupLeave: answerOnSite({ id }, leaveGroup),
};
