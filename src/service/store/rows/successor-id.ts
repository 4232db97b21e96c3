/**
 * The UUID after this one, in lower case: its low 64 bits counted up as a number. Ids leave room above them
 * (`newMessageId`).
 */
export function successorId(id: string): string {
  return countOn(id, 1n);
}

/** The one before it, of which `successorId` is this one: what is later than it is this one or later. */
export function predecessorId(id: string): string {
  return countOn(id, -1n);
}

function countOn(id: string, by: bigint): string {
  const low = BigInt(`0x${id.slice(19, 23)}${id.slice(24)}`) + by;
  const hex = low.toString(16).padStart(16, '0');
  return `${id.slice(0, 19)}${hex.slice(0, 4)}-${hex.slice(4)}`;
}
