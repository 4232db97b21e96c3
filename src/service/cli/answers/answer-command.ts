import type { ControlAnswer } from '../../data-directory/control-message';
import { ClientRefused } from '../../identity/create-client';
import { UsageError } from '../terminal/usage-error';
import { answerClientCreate, answerClientList, answerClientRevoke, answerKeyRotate } from './answer-client';
import { answerMigrate } from './answer-migrate';
import {
  answerAudit,
  answerClearTraces,
  answerErase,
  answerExport,
  answerNextSite,
  answerRetention,
  answerSetRetention,
} from './answer-people';
import { answerStoreState } from './answer-store-state';
import type { AnswerRequest, CommandStore } from './define-command';

const answers: ReadonlyMap<unknown, AnswerRequest> = new Map([
  ['client create', answerClientCreate],
  ['client list', answerClientList],
  ['client revoke', answerClientRevoke],
  ['key rotate', answerKeyRotate],
  ['migrate', answerMigrate],
  ['site after', answerNextSite],
  ['export', answerExport],
  ['erase', answerErase],
  ['clear traces', answerClearTraces],
  ['retention', answerRetention],
  ['retention set', answerSetRetention],
  ['audit', answerAudit],
  ['store state', answerStoreState],
]);

/** Carries out what the command line asks, in the process that owns the store. A broken rule is an answer. */
export async function answerCommand(store: CommandStore, request: unknown): Promise<ControlAnswer> {
  try {
    const command = request instanceof Object && 'command' in request ? request.command : null;
    const answering = answers.get(command)?.(store, request) ?? null;
    if (answering !== null) return { result: await answering };
    return { error: 'This command is not known to the running service. Are both of the same version?' };
  } catch (error) {
    if (error instanceof ClientRefused || error instanceof UsageError) return { error: error.message };
    throw error;
  }
}
