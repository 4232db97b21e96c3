import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { writeRecords } from '../../../../src/service/cli/terminal/write-records';

/** Every character that any reader takes for an end of line: of Unicode (UAX 14), and of Python's splitlines. */
const ends = ['\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029'];

test('a record is one line to whoever reads lines, in whatever way, and holds what was kept', async () => {
  const records = ends.map((end) => ({ record: 'message', text: `one${end}two`, [`name${end}`]: end.repeat(3) }));
  const output = new PassThrough();
  await writeRecords(records, output);
  output.end();
  const written = await text(output);
  const lines = written.split(new RegExp(`[${ends.join('')}]`));
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(records);
});
