import type { Choices } from '../../definitions';
import { aFlag, anAccount, anObject, aShortText, orNothing } from '../payload/kinds';
import { answerOnSite } from '../shared/answer';
import { blockPerson } from './block-person';
import { listOwnReports } from './list-own-reports';
import { loadPreferences } from './load-preferences';
import { savePreferences } from './save-preferences';
import { testMail } from './test-mail';
import { unblockPerson } from './unblock-person';

const choices = anObject<Choices>({
  mailOfPeople: aFlag,
  mailOfRules: aFlag,
  mailOfPrograms: aFlag,
  receipts: aFlag,
  // A view that was open when the app was updated does not send it.
  mentionsPassMute: orNothing(aFlag),
  enterSends: orNothing(aFlag),
});
const person = anAccount;

/** What the personal settings page may ask. */
export const preferenceAnswers = {
  preferences: answerOnSite({}, loadPreferences),
  preferencesSave: answerOnSite({ choices }, savePreferences),
  testMail: answerOnSite({ issue: aShortText }, testMail),
  ownReports: answerOnSite({}, listOwnReports),
  block: answerOnSite({ person }, blockPerson),
  unblock: answerOnSite({ person }, unblockPerson),
};
