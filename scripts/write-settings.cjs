/** Writes what `aside config` tells into `.env.example` and into the table of docs/hosting.md: `npm run settings`. */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const print = (format) =>
  execFileSync(process.execPath, [path.join(root, 'bin/aside.cjs'), 'config', '--format', format], {
    encoding: 'utf8',
  });

fs.writeFileSync(path.join(root, '.env.example'), print('env'));
const guide = path.join(root, 'docs/hosting.md');
const place = /(<!-- settings: [^\n]*-->\n)[\s\S]*?(<!-- \/settings -->)/;
const table = print('markdown');
fs.writeFileSync(
  guide,
  fs.readFileSync(guide, 'utf8').replace(place, (_, begin, end) => begin + table + end),
);
