import { makeResolver } from '@forge/resolver';
import { answer, answerOnSite } from './answer';
import type { InboxDefinitions, LiveDefinitions, PanelDefinitions, PreferenceDefinitions } from './definitions';
import { editMessage } from './edit-message';
import { findViewers } from './find-viewers';
import { inboxAnswers } from './inbox/inbox-answers';
import { markRead } from './mark-read';
import { openPanel } from './open-panel';
import { preferenceAnswers } from './preferences/preference-answers';
import { readPage } from './read-page';
import { readMessageId, readUserId } from './read-payload';
import { removeMessage } from './remove-message';
import { sendMessage } from './send-message';
import { signLiveToken } from './sign-live-token';
import { startThread } from './start-thread';

type Definitions = PanelDefinitions & InboxDefinitions & PreferenceDefinitions & LiveDefinitions;

/** What the views of people may ask: on an issue, in the inbox and on the personal settings page. */
export const panel = makeResolver<Definitions>({
  open: answer(openPanel),
  findPeople: answer(findViewers),
  start: answer(startThread),
  thread: answer((asker, ask: { with: string }) => readPage(asker, readUserId(ask.with))),
  older: answer((asker, ask: { with: string; before: string }) =>
    readPage(asker, readUserId(ask.with), readMessageId(ask.before)),
  ),
  send: answer(sendMessage),
  edit: answer(editMessage),
  remove: answer(removeMessage),
  read: answerOnSite((asker, { conversationId, id }: { conversationId: string; id: string }) =>
    markRead(asker, { conversationId, messageId: id }),
  ),
  ...inboxAnswers,
  ...preferenceAnswers,
  live: answerOnSite(signLiveToken),
});
