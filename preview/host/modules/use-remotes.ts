import type { RemoteAddress } from '../bridge/view-host';
import { fetchRemote, saveRemote } from '../session/preview-api';
import { type Shell, useShell } from '../shell/shell';

type Remotes = { readonly read: () => Promise<readonly RemoteAddress[]>; readonly set: Shell['askForRemotes'] };

/** The address of the app's remote, as `permissions.remote` of @forge/bridge reads and changes it. */
export function useRemotes(): Remotes {
  const { session, askForRemotes, chooseFaultMode } = useShell();
  const isUnset = session.faultMode === 'not-set';
  return {
    read: async () => {
      const { key, endpoint } = await fetchRemote(session);
      // The tab looks at the site as if nobody had set the address yet.
      return [{ key, configured: { endpoint: isUnset ? null : endpoint } }];
    },
    set: async (remotes) => {
      if (session.person?.isAdmin !== true) throw new Error('Only an administrator may set the address of a remote.');
      await askForRemotes(remotes);
      for (const { key, configured } of remotes) await saveRemote(session, { key, endpoint: configured.endpoint });
      if (isUnset) chooseFaultMode('normal');
    },
  };
}
