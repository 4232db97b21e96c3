import { makeInvoke } from '@forge/bridge';
import type { SettingsDefinitions } from '../../definitions';

/** The admin page's resolver, typed by its contract. */
export const invokeSettings = makeInvoke<SettingsDefinitions>();
