import { makeResolver } from '@forge/resolver';
import { answer } from './answer';
import type { PanelDefinitions } from './definitions';
import { editMessage } from './edit-message';
import { openPanel } from './open-panel';
import { readPage } from './read-page';
import { readMessageId, readUserId } from './read-payload';
import { removeMessage } from './remove-message';
import { sendMessage } from './send-message';

/** What the issue panel's view may ask. */
export const panel = makeResolver<PanelDefinitions>({
  open: answer(openPanel),
  thread: answer((asker, ask: { with: string }) => readPage(asker, readUserId(ask.with))),
  older: answer((asker, ask: { with: string; before: string }) =>
    readPage(asker, readUserId(ask.with), readMessageId(ask.before)),
  ),
  send: answer(sendMessage),
  edit: answer(editMessage),
  remove: answer(removeMessage),
});
