import type { Clock } from './engine/clock';
import { newMessageId } from './rows/message-id';

/** The machine's own time: what a process works by, save where a test drives another. */
export const systemClock: Clock = { now: () => new Date(), newId: newMessageId };
