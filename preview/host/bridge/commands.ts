import { copyForgeDoc } from '../forge-doc/nodes/forge-node';
import type { Command } from './call';
import { dialogCommands } from './dialog-commands';
import { invocationCommands } from './invocation-commands';
import { navigationCommands } from './navigation-commands';
import { permissionCommands } from './permission-commands';
import { realtimeCommands } from './realtime-commands';

const viewCommands: Readonly<Record<string, Command>> = {
  reconcile: ({ data, host }) => host.draw(copyForgeDoc(data['forgeDoc'])),
  onError: ({ data, host }) => host.reportError(describe(data['error'])),
  getContext: ({ host }) => host.context(),
  refresh: ({ host }) => host.reloadView(),
  on: ({ data, events }) => events.on(String(data['event']), data['callback'] as () => void),
  emit: ({ data, host }) => host.emit(String(data['event']), data['payload']),
  emitReadyEvent: () => undefined,
  enableTheming: ({ host }) => host.enableTheming?.(),
};

/** The commands of @forge/bridge 7.2 that the preview answers, by the name and the data that it sends. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>(
  Object.entries({
    ...viewCommands,
    ...invocationCommands,
    ...navigationCommands,
    ...dialogCommands,
    ...realtimeCommands,
    ...permissionCommands,
  }),
);

function describe(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
