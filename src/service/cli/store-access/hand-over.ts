import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { askOwner } from '../../data-directory/ask-owner';
import type { ControlAnswer } from '../../data-directory/control-message';
import { DirectoryLocked } from '../../data-directory/lock-data-directory';
import { UsageError } from '../terminal/usage-error';

/** What the command line asks of whoever has the store. */
export type CommandRequest = { readonly command: string } & Readonly<Record<string, unknown>>;

/** An owner that starts is there before it listens, in ms. */
const handOverTimeoutMs = 15_000;

/**
 * Has a request answered, in the name of who works at this terminal: here, where the store is on a server or its
 * directory is free; else by the process that owns the directory.
 * @returns what came of it
 * @throws UsageError with the reason of a refusal; DirectoryLocked when the owner takes no commands; whatever else
 * `answerHere` throws.
 */
export async function handOver(
  request: CommandRequest,
  answerHere: (request: CommandRequest) => Promise<ControlAnswer>,
): Promise<unknown> {
  const answer = await findAnswer({ ...request, by: nameOperator() }, answerHere);
  if ('error' in answer) throw new UsageError(answer.error);
  return answer.result;
}

async function findAnswer(
  request: CommandRequest,
  answerHere: (request: CommandRequest) => Promise<ControlAnswer>,
): Promise<ControlAnswer> {
  for (const deadline = Date.now() + handOverTimeoutMs; ; await wait(200)) {
    try {
      return await answerHere(request);
    } catch (error) {
      if (!(error instanceof DirectoryLocked)) throw error;
      const answer = await askOwner(error.directory, request);
      if (answer) return answer;
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Who works at this terminal, for the audit: `cli:` and the system's name for them, or their number where it has none. */
function nameOperator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // In a container the process may run under a number that no user has.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}
