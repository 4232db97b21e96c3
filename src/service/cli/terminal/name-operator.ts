import { userInfo } from 'node:os';

/** Who works at this terminal, for the audit: `cli:` and the system's name for them, or their number where it has none. */
export function nameOperator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // In a container the process may run under a number that no user has.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}
