import { makeResolver } from '@forge/resolver';
import type { PeopleDefinitions } from '../definitions';
import { inboxAnswers } from './inbox/inbox-answers';
import { markRead } from './messages/mark-read';
import { editMessage } from './panel/edit-message';
import { findViewers } from './panel/find-viewers';
import { openPanel } from './panel/open-panel';
import { readPage } from './panel/read-page';
import { removeMessage } from './panel/remove-message';
import { sendMessage } from './panel/send-message';
import { startThread } from './panel/start-thread';
import { preferenceAnswers } from './preferences/preference-answers';
import { answer, answerOnSite } from './shared/answer';
import { readMessageId, readUserId } from './shared/read-payload';
import { refuseInheritedKeys } from './shared/refuse-inherited-keys';
import { signLiveToken } from './shared/sign-live-token';

/** What the views of people may ask: on an issue, in the inbox and on the personal settings page. */
export const panel = refuseInheritedKeys(
  makeResolver<PeopleDefinitions>({
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
  }),
);
