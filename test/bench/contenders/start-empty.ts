import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ServedNode } from './start-node';

export async function startEmpty(): Promise<ServedNode> {
  const child = fork(__filename, ['empty']);
  const [port]: [number] = (await once(child, 'message')) as [number];
  return {
    pid: child.pid ?? 0,
    port,
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
