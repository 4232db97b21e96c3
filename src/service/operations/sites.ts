import type { Handlers } from './input/operation-request';

/** `siteNames` maps a cloudId to the name in the configuration; a site without one goes by its id. */
export function createSiteHandlers(siteNames: ReadonlyMap<string, string>): Pick<Handlers, 'listSites'> {
  return {
    async listSites({ caller }) {
      const cloudIds = [...caller.sites].sort();
      return {
        values: cloudIds.map((cloudId) => ({ cloudId, id: cloudId, name: siteNames.get(cloudId) ?? cloudId })),
        _links: Object.fromEntries(cloudIds.map((cloudId) => [cloudId, `/site/${cloudId}/conversation`])),
      };
    },
  };
}
