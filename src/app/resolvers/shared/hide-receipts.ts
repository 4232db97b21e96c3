import { loadShownReceipts } from '../../policy/load-shown-switches';

/**
 * An answer without how far others have read, where the settings of the site say that nobody sees it, and where the
 * settings cannot be read. It holds for every answer to a view, whichever part of it says `readBy`.
 */
export async function hideReceipts<T>(answer: T): Promise<T> {
  if (!hasReceipts(answer) || (await loadShownReceipts())) return answer;
  return withoutReceipts(answer) as T;
}

function hasReceipts(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasReceipts);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) =>
    name === 'readBy' && Array.isArray(member) ? member.length > 0 : hasReceipts(member),
  );
}

function withoutReceipts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReceipts);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === 'readBy' && Array.isArray(member) ? [] : withoutReceipts(member),
  ]);
  return Object.fromEntries(members);
}
