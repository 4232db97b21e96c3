import { setFlagsFromString } from 'node:v8';

/**
 * For a Node with an embedded engine in it, which lives for seconds here: it does not compile the engine's WebAssembly a
 * second time to make it faster, which takes longer than all that such a process is asked.
 */
export const engineFlags = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** For this process, before it opens its first engine. */
export function setEngineFlags(): void {
  for (const flag of engineFlags) setFlagsFromString(flag);
}
