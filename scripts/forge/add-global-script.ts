/** The line of manifest.yml behind which the module stands, where a build asks for it. */
const place = /^ {2}# `npm run forge:flags-everywhere`.*\n/m;

const globalModule = `  jira:globalBackgroundScript: # Preview; on an issue its own script tells
    - key: global-background
      resource: views/background
      render: native
      experience:
        - board
        - dashboard
      resolver:
        function: panel
`;

/**
 * The manifest with flags on boards and dashboards, too, or without. Done twice it is as done once.
 * @throws where the manifest has no place for it
 */
export function addGlobalScript(manifest: string, isWanted: boolean): string {
  const without = manifest.replace(globalModule, '');
  if (!place.test(without)) throw new Error('manifest.yml has no line that names forge:flags-everywhere');
  return isWanted ? without.replace(place, (line) => line + globalModule) : without;
}
