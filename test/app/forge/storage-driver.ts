import type { Platform } from '../../../platform/start/open-platform';

/** Looks into the storage of the platform, and past the app into it. */
export class StorageDriver {
  isAway = false;

  constructor(readonly platform: Platform) {
    platform.faults.of.storage = (_call, answer) =>
      this.isAway ? Response.json({ code: 'INTERNAL', message: 'away' }, { status: 503 }) : answer();
  }

  /** The keys that begin so, in order. */
  keys(prefix = ''): string[] {
    return this.platform.storage.plain.list(prefix).map(([key]) => key);
  }

  read(key: string): unknown {
    return this.platform.storage.plain.find(key)?.value;
  }

  /** ISO 8601; undefined for what stays. */
  findExpiry(key: string): string | undefined {
    return this.platform.storage.plain.find(key)?.expireTime;
  }

  /** All that is kept, secrets too. */
  dump(): readonly unknown[] {
    const { plain, secret } = this.platform.storage;
    return [...plain.list(''), ...secret.list('')];
  }

  remove(key: string): void {
    this.platform.storage.remove(this.platform.storage.plain, { key });
  }

  removeSecrets(): void {
    const { secret } = this.platform.storage;
    for (const [key] of secret.list('')) this.platform.storage.remove(secret, { key });
  }

  write(key: string, value: unknown): void {
    this.platform.storage.set(this.platform.storage.plain, { key, value });
  }
}
