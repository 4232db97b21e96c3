import { ConfigError } from '../config/config';
import { DirectoryUnusable } from '../data-directory/directory-unusable';
import { errorCode } from '../data-directory/error-code';
import { LockDamaged } from '../data-directory/lock-damaged';
import { DirectoryLocked } from '../data-directory/lock-data-directory';
import { adviseOnStore } from '../doctor/advise-on-store';
import { describeCause } from '../doctor/finding';
import { ListenError } from '../errors/listen-error';
import { StoreUnavailable } from '../errors/store-unavailable';
import { ClientRefused } from '../identity/create-client';
import { EngineUnfit } from '../store/engine/engine-state';
import { CertificateUnusable } from '../store/engine/postgres-certificates';
import { MigrationError } from '../store/migrations/migrate';
import { UsageError } from './terminal/usage-error';

const plain = [CertificateUnusable, ClientRefused, ConfigError, DirectoryLocked, EngineUnfit, LockDamaged, UsageError];

/** `insufficient_privilege`. Its message names a table and nothing that is in one. */
const withoutRights = '42501';

/** What someone at a terminal can act on, as sentences without a stack; null for a fault of ours. */
export function describeFailure(error: unknown): string | null {
  const isPlain = plain.some((kind) => error instanceof kind);
  if (isPlain && error instanceof Error) return error.message;
  if (error instanceof DirectoryUnusable) return `${error.message} ASIDE_DATA_DIR names it.`;
  if (error instanceof MigrationError) return join(error.message, adviseOnStore(error));
  // pg names host, user and database here, and never the password.
  if (error instanceof StoreUnavailable) return join(`${error.message} ${describeCause(error)}.`, adviseOnStore(error));
  if (error instanceof ListenError) return describeListenError(error);
  if (error instanceof Error && errorCode(error) === withoutRights)
    return join(`PostgreSQL refuses it: ${error.message}.`, adviseOnStore(error));
  return error instanceof Error ? describeSystemError(error) : null;
}

function join(sentence: string, advice: string | null): string {
  return advice === null ? sentence : `${sentence} ${advice}`;
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
