import { randomFillSync } from 'node:crypto';

const variant = 0x80;
const version = 0x70;

/**
 * A UUIDv7 (RFC 9562, 5.7) of this time. The highest of its 62 last random bits is zero, so that the store can count
 * on from it (`greatest(new id, last id + 1)`) without ever running into the variant. Conversations have such ids too.
 */
export function newMessageId(now: Date): string {
  const bytes = takeRandomBytes();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8(version | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(variant | (bytes.readUInt8(8) & 0x1f), 8);
  return formatUuid(bytes.toString('hex'));
}

/** Random bytes of many ids at once, since each call for some costs more than an id. No byte is used twice. */
const pool = Buffer.alloc(16 * 128);
let used = pool.length;

function takeRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

/**
 * When a message was sent, to the millisecond: the time in its id. No column repeats it, so that order by id and order
 * by time are the same order, also where the clocks of two nodes differ.
 */
export function readTime(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** Below every id of this time and above every earlier one. */
export function firstIdAt(at: Date): string {
  return formatUuid(`${hexTime(at)}${'0'.repeat(20)}`);
}

/** Above every id of this time and below every later one. */
export function lastIdAt(at: Date): string {
  return formatUuid(`${hexTime(at)}${'f'.repeat(20)}`);
}

function hexTime(at: Date): string {
  const milliseconds = Math.min(Math.max(at.getTime(), 0), 2 ** 48 - 1);
  return milliseconds.toString(16).padStart(12, '0');
}

function formatUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
