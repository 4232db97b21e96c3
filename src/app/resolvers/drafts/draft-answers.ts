import { aDocument, aMessage, aText, orAbsent, orNull } from '../payload/kinds';
import { answerAnywhere } from '../shared/answer';
import { dropDraft, findDraft, saveDraft } from './keep-draft';

const message = orNull(aMessage);
const written = { text: orAbsent(aText), document: orAbsent(aDocument) };

/** What a view may ask of what its reader began to write. */
export const draftAnswers = {
  draft: answerAnywhere({ message }, findDraft),
  draftSave: answerAnywhere({ message, revision: orNull(aMessage), ...written }, saveDraft),
  draftDrop: answerAnywhere({ message, revision: aMessage }, dropDraft),
};
