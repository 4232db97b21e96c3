import { makeInvoke } from '@forge/bridge';
import type { InboxDefinitions, PreferenceDefinitions } from '../../../definitions';

/** The inbox's resolver, typed by its contract. Whom one blocks is a preference, asked of the same function. */
export const invokeInbox = makeInvoke<InboxDefinitions & PreferenceDefinitions>();
