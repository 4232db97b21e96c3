import { readFileSync, writeFileSync } from 'node:fs';
import { addGlobalScript } from './add-global-script';

/**
 * `npm run forge:flags-everywhere [-- off]`: puts the script that tells of messages on boards and dashboards into
 * manifest.yml, or takes it out. What it costs stands in docs/performance.md.
 */
const isWanted = process.argv[2] !== 'off';
writeFileSync('manifest.yml', addGlobalScript(readFileSync('manifest.yml', 'utf8'), isWanted));
console.log(isWanted ? 'Flags are shown on boards and dashboards, too.' : 'Flags are shown on issues alone.');
