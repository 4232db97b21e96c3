import { makeInvoke } from '@forge/bridge';
import type { SettingsDefinitions } from '../../resolvers/definitions';

/** The admin page's resolver, typed by its contract. */
export const invokeSettings = makeInvoke<SettingsDefinitions>();
