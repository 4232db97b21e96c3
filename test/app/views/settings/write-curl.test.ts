import { execFileSync } from 'node:child_process';
import { writeCurl } from '../../../../src/app/views/settings/write-curl';

test('a shell reads each part as one word, whatever stands in it', () => {
  const command = writeCurl("https://x.example/it's", '$(id)').replace(/^curl/, 'printf "%s\\n"');
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' }).trim().split('\n')).toEqual([
    '-X',
    'POST',
    "https://x.example/it's",
    '-H',
    'Authorization: Bearer $(id)',
    '-H',
    'Content-Type: application/json',
    '-d',
    '{"issue":"ABC-1","recipient":"assignee","message":"Hello","rule":"A try"}',
  ]);
});
