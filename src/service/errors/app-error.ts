import type { ErrorDetail } from '../../contract/error-body';
import type { ErrorWord } from '../../contract/errors';

export interface AppErrorOptions {
  /** For the log only. */
  readonly cause?: unknown;
  readonly details?: readonly ErrorDetail[];
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}

/** Code units of a sentence, and of a field's name, and how many fields a refusal names. */
const longest = { sentence: 400, name: 200 };
export const mostDetails = 20;

/**
 * A refusal. `code` is a word of the contract's table, `message` a sentence for people: of what was sent it holds a name
 * at most, cut to a line.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly details: readonly ErrorDetail[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorWord,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(cut(message, longest.sentence), { cause: options.cause });
    this.details = options.details?.slice(0, mostDetails).map(({ field, rule }) => ({
      field: cut(field, longest.name),
      rule: cut(rule, longest.sentence),
    }));
    this.retryAfter = options.retryAfter;
  }
}

/** The refusal of one field of a request, for one reason. */
export function refuseField(field: string, rule: string): AppError {
  return refuseFields([{ field, rule }]);
}

/** The refusal of a request for its wrong fields; the sentence names the first. */
export function refuseFields(details: readonly ErrorDetail[]): AppError {
  const [first] = details;
  const name = cut(first?.field ?? '', longest.name);
  return new AppError('invalid_request', `The request is not valid: ${name} ${first?.rule ?? ''}`, { details });
}

/** One line, and no half of a character at its end. */
function cut(text: string, length: number): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
