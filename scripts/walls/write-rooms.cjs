/** Writes the table of rooms into docs/architecture.md: `npm run rooms`. */
const fs = require('node:fs');
const path = require('node:path');
const { writeTable } = require('./rooms.cjs');

const file = path.join(__dirname, '../../docs/architecture.md');
const guide = fs.readFileSync(file, 'utf8');
const between = /(<!-- rooms -->\n)[\s\S]*?(\n<!-- end of rooms -->)/;
fs.writeFileSync(
  file,
  guide.replace(between, (_, start, end) => `${start}${writeTable()}${end}`),
);
