import { ConfigError } from '../config';
import { StoreUnavailable } from '../conversation/conversation-store';
import { errorCode } from '../data-directory/error-code';
import { LockDamaged } from '../data-directory/lock-damaged';
import { DirectoryLocked } from '../data-directory/lock-data-directory';
import { ClientRefused } from '../identity/create-client';
import { ListenError } from '../listen-error';
import { EngineTooOld } from '../store/engine-state';
import { MigrationError } from '../store/migrate';
import { UsageError } from './usage-error';

const plain = [ClientRefused, ConfigError, DirectoryLocked, EngineTooOld, LockDamaged, MigrationError, UsageError];

/** What someone at a terminal can act on, as sentences without a stack; null for a fault of ours. */
export function describeFailure(error: unknown): string | null {
  const isPlain = plain.some((kind) => error instanceof kind);
  if (isPlain && error instanceof Error) return error.message;
  if (error instanceof StoreUnavailable) return describeAbsentStore(error);
  if (error instanceof ListenError) return describeListenError(error);
  return error instanceof Error ? describeSystemError(error) : null;
}

/** pg names host, user and database here, and never the password. */
function describeAbsentStore({ message, cause }: StoreUnavailable): string {
  // Where a host name has several addresses, each of them failed for its own reason.
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? `${message} ${first.message}.` : message;
}

function describeListenError({ code, at, settings, message }: ListenError): string {
  switch (code) {
    case 'EADDRINUSE':
      return `The port ${at.port} of ${at.host} is taken. ${settings.port} chooses another one.`;
    case 'EADDRNOTAVAIL':
      return `${at.host} is not an address of this machine. ${settings.host} chooses another one.`;
    case 'ENOTFOUND':
      return `The host name in ${settings.host} is not known: ${message}.`;
    default:
      return `The service cannot listen as ${settings.host} and ${settings.port} say: ${message}.`;
  }
}

function describeSystemError(error: Error): string | null {
  switch (errorCode(error)) {
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
