import type { Socket } from 'node:net';

/** Characters; far above any request. */
const longestRequest = 64 * 1024;

/** Far above a page of an export, whose messages may have 64 KiB each. */
export const longestAnswer = 64 * 1024 * 1024;

/** Both sides give up after this long without a word, in ms. */
export const controlTimeoutMs = 10_000;

/** What the owner answers: what came out, or why not, as a sentence. */
export type ControlAnswer = { readonly result: unknown } | { readonly error: string };

/**
 * One JSON text of one line, as either side sends it.
 * @throws Error when it is longer, not JSON, late or broken off.
 */
export async function readLine(socket: Socket, longest = longestRequest): Promise<unknown> {
  socket.setTimeout(controlTimeoutMs, () =>
    socket.destroy(new Error('The other side of the control socket is silent.')),
  );
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    const [part = '', ...rest] = String(chunk).split('\n', 2);
    parts.push(part);
    length += part.length;
    if (length > longest) throw new Error('A message on the control socket is too long.');
    if (rest.length > 0) return JSON.parse(parts.join(''));
  }
  throw new Error('A message on the control socket broke off.');
}

export function writeLine(socket: Socket, message: unknown): void {
  socket.end(`${JSON.stringify(message)}\n`);
}
