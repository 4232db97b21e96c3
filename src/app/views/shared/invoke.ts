import { makeInvoke } from '@forge/bridge';
import type { PeopleDefinitions, SettingsDefinitions } from '../../definitions';

/** The function behind the views of people; which one a view reaches is the manifest's. */
export const invoke = makeInvoke<PeopleDefinitions>();

/** The function behind the admin page. */
export const invokeSettings = makeInvoke<SettingsDefinitions>();
