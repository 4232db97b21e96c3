import { makeInvoke } from '@forge/bridge';
import type { InboxDefinitions, PreferenceDefinitions } from '../../definitions';

/** The personal settings page's resolver, typed by its contract. A muted conversation is one of the inbox's. */
export const invokePreferences = makeInvoke<PreferenceDefinitions & Pick<InboxDefinitions, 'inboxMute'>>();
