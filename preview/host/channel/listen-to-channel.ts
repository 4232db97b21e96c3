import { realtimePath } from '../../wire/wire';
import { type Line, openLine } from './line';

/** A channel as a view names it. */
export interface ChannelName {
  readonly name: string;
  readonly token: string | null;
  readonly isGlobal: boolean;
  /** What was published so many seconds before is heard as well. */
  readonly replaySeconds: number;
}

/** With where the view is: one that is not global is heard by the same module on the same issue only. */
export interface Channel extends ChannelName {
  readonly moduleKey: string;
  readonly issueKey: string | null;
}

/** After a stream has ended, in milliseconds: at first and at most. */
const firstPause = 500;
const longestPause = 15_000;

/**
 * Hears the events of a channel until told to stop, over as many streams as it takes.
 * @param line what may be cut
 * @returns how to stop; resolves once the first stream is open.
 * @throws where the server refuses the token, and when it cannot be reached at first.
 */
export async function listenToChannel(
  channel: Channel,
  onEvent: (payload: unknown) => void,
  line: Line = openLine(),
): Promise<() => void> {
  const end = new AbortController();
  const open = (replay = 0) => openStream(channel, replay, AbortSignal.any([end.signal, line.signal()]));
  const first = await open(channel.replaySeconds);
  void keepListening(first);
  return () => end.abort();

  async function keepListening(stream: ReadableStream<Uint8Array>): Promise<void> {
    let next: ReadableStream<Uint8Array> | null = stream;
    let pause = firstPause;
    while (!end.signal.aborted) {
      if (next !== null && (await readEvents(next, onEvent))) pause = firstPause;
      await wait(pause, end.signal);
      pause = Math.min(pause * 2, longestPause);
      next = await open().catch((error: unknown) => {
        // A token that has run out does not come back: the view signs another one.
        if (error instanceof ChannelRefused) end.abort();
        return null;
      });
    }
  }
}

/** The channel's token is not valid, or not any more. */
export class ChannelRefused extends Error {}

async function openStream(channel: Channel, replay: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const query = new URLSearchParams({
    channel: channel.name,
    token: channel.token ?? '',
    global: String(channel.isGlobal),
    moduleKey: channel.moduleKey,
    issueKey: channel.issueKey ?? '',
    ...(replay > 0 ? { replay: String(replay) } : {}),
  });
  const response = await fetch(`${realtimePath}?${query}`, { headers: { accept: 'text/event-stream' }, signal });
  if (response.status === 403) throw new ChannelRefused('The token of the channel is not valid.');
  if (!response.ok || response.body === null) throw new Error(`The channel was not opened (${response.status}).`);
  return response.body;
}

/** Reads until the stream ends or breaks. @returns whether anything came. */
async function readEvents(stream: ReadableStream<Uint8Array>, onEvent: (payload: unknown) => void): Promise<boolean> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let came = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return came;
      came = true;
      const parts = `${rest}${decoder.decode(value, { stream: true })}`.replaceAll('\r\n', '\n').split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) readEvent(part, onEvent);
    }
  } catch {
    return came;
  }
}

/** One event of the stream; a comment that keeps it open has no data. */
function readEvent(text: string, onEvent: (payload: unknown) => void): void {
  const lines = text.split('\n').filter((line) => line.startsWith('data:'));
  if (lines.length === 0) return;
  try {
    onEvent(JSON.parse(lines.map((line) => line.slice('data:'.length).trimStart()).join('\n')));
  } catch (error) {
    console.error(error);
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
