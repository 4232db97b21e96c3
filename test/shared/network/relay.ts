import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Where a relay passes connections on to, on loopback. */
export interface Target {
  readonly hostname: string;
  readonly port: number;
}

/**
 * What becomes of bytes that arrive: they are passed on, whole, in two packets or after so many milliseconds; they are
 * lost; or half of them is passed on and the connection is cut.
 */
export type Fate = 'pass' | 'halve' | 'lose' | 'cut' | { readonly delayMs: number };

/** Decides about bytes on their way to the target (`there`) or back from it. */
export type Judge = (bytes: Buffer, way: 'there' | 'back') => Fate;

/** A network that can fail, between whoever connects to its port and a server. */
export interface Relay {
  readonly port: number;
  judge(judge: Judge): void;
  /** For connections from now on. */
  moveTo(target: Target): void;
  /** Cuts every connection that there is. */
  cut(): void;
  close(): Promise<void>;
}

export async function startRelay(first: Target): Promise<Relay> {
  const sockets = new Set<Socket>();
  let target = first;
  let decide: Judge = () => 'pass';
  const server = createServer((near) => {
    const far = connect(target.port, target.hostname);
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    near.on(
      'data',
      carry(far, (bytes) => decide(bytes, 'there'), cut),
    );
    far.on(
      'data',
      carry(near, (bytes) => decide(bytes, 'back'), cut),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    judge: (judge) => {
      decide = judge;
    },
    moveTo: (next) => {
      target = next;
    },
    cut,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}

/** Bytes of one direction keep their order, whatever each of them meets. */
function carry(to: Socket, decide: (bytes: Buffer) => Fate, cut: () => void): (bytes: Buffer) => void {
  let before: Promise<unknown> | null = null;
  return (bytes) => {
    const fate = decide(bytes);
    if (fate === 'lose') return;
    if (fate === 'pass' && before === null) return void to.write(bytes);
    const turn = (before ?? Promise.resolve()).then(() => carryOne(to, bytes, fate, cut));
    before = turn;
    void turn.then(() => {
      if (before === turn) before = null;
    });
  };
}

async function carryOne(to: Socket, bytes: Buffer, fate: Exclude<Fate, 'lose'>, cut: () => void): Promise<void> {
  if (fate === 'pass') to.write(bytes);
  else if (typeof fate === 'object') {
    await wait(fate.delayMs);
    to.write(bytes);
  } else {
    const middle = bytes.length >> 1;
    to.write(bytes.subarray(0, middle));
    await wait(2);
    if (fate === 'cut') cut();
    else to.write(bytes.subarray(middle));
  }
}
