import { makeResolver } from '@forge/resolver';
import type { PeopleDefinitions } from '../definitions';
import { listArrivals } from './arrivals/list-arrivals';
import { conversationAnswers } from './conversation/conversation-answers';
import { draftAnswers } from './drafts/draft-answers';
import { groupAnswers } from './groups/group-answers';
import { inboxAnswers } from './inbox/inbox-answers';
import { countNews } from './panel/count-news';
import { openPanel } from './panel/open-panel';
import { aConversation, aFlag, orNothing } from './payload/kinds';
import { preferenceAnswers } from './preferences/preference-answers';
import { quietAnswers } from './quiet/quiet-answers';
import { answer, answerOnSite } from './shared/answer';
import { refuseInheritedKeys } from './shared/refuse-inherited-keys';
import { signLiveToken } from './shared/sign-live-token';

/** The answers to all that the views of people may ask. */
export const panel = refuseInheritedKeys(
  makeResolver<PeopleDefinitions>({
    open: answer({ own: orNothing(aFlag) }, openPanel),
    news: answer({}, countNews),
    ...conversationAnswers,
    ...draftAnswers,
    ...inboxAnswers,
    ...groupAnswers,
    ...preferenceAnswers,
    ...quietAnswers,
    live: answerOnSite({ conversationId: orNothing(aConversation) }, signLiveToken),
    arrivals: answerOnSite({}, listArrivals),
  }),
);
