import { ConfigError } from '../config';
import { StoreUnavailable } from '../conversation/conversation-store';
import { errorCode } from '../data-directory/error-code';
import { LockDamaged } from '../data-directory/lock-damaged';
import { DirectoryLocked } from '../data-directory/lock-data-directory';
import { ClientRefused } from '../identity/create-client';
import { MigrationError } from '../store/migrate';
import { UsageError } from './usage-error';

/** What someone at a terminal can act on, as sentences without a stack; null for a fault of ours. */
export function describeFailure(error: unknown): string | null {
  const isPlain = [ClientRefused, ConfigError, DirectoryLocked, LockDamaged, MigrationError, UsageError].some(
    (kind) => error instanceof kind,
  );
  if (isPlain && error instanceof Error) return error.message;
  if (error instanceof StoreUnavailable) return describeAbsentStore(error);
  return error instanceof Error ? describeSystemError(error) : null;
}

/** pg names host, user and database here, and never the password. */
function describeAbsentStore({ message, cause }: StoreUnavailable): string {
  // Where a host name has several addresses, each of them failed for its own reason.
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? `${message} ${first.message}.` : message;
}

function describeSystemError(error: Error & { readonly address?: string; readonly port?: number }): string | null {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `The port ${error.port} of ${error.address} is taken. ASIDE_PORT chooses another one.`;
    case 'EADDRNOTAVAIL':
      return `${error.address} is not an address of this machine. ASIDE_HOST chooses another one.`;
    case 'ENOTFOUND':
      return `The host name in ASIDE_HOST is not known: ${error.message}.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
    case 'ENOTDIR':
    case 'EEXIST':
      return `The system refuses it: ${error.message}.`;
    default:
      return null;
  }
}
