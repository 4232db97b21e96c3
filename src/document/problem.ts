import { findTextFault } from './well-formed-text';

/** The first fault of a document. `pointer` is a JSON pointer (RFC 6901) into it, `rule` reads on after the field's name. */
export interface DocumentProblem {
  readonly kind: 'invalid' | 'too-large';
  readonly pointer: string;
  readonly rule: string;
}

export function invalid(pointer: string, rule: string): DocumentProblem {
  return { kind: 'invalid', pointer, rule };
}

export function tooLarge(pointer: string, rule: string): DocumentProblem {
  return { kind: 'too-large', pointer, rule };
}

export function problemOfText(value: unknown, pointer: string): DocumentProblem | null {
  const fault = typeof value === 'string' ? findTextFault(value) : null;
  return fault === null ? null : invalid(pointer, fault);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
