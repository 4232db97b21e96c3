import { answerOnSite } from '../shared/answer';
import { blockPerson } from './block-person';
import { loadPreferences } from './load-preferences';
import { savePreferences } from './save-preferences';
import { unblockPerson } from './unblock-person';

/** What the personal settings page may ask. */
export const preferenceAnswers = {
  preferences: answerOnSite(loadPreferences),
  preferencesSave: answerOnSite(savePreferences),
  block: answerOnSite(blockPerson),
  unblock: answerOnSite(unblockPerson),
};
