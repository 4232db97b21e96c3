import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSettings } from '../../../src/service/cli/commands/config-command';
import { parseConfig } from '../../../src/service/config/config';
import { configVariables } from '../../../src/service/config/variables';

const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('.env.example is what the code writes; "npm run settings" writes it', () => {
  expect(read('.env.example')).toBe(writeSettings.env({}));
});

test('the table in docs/hosting.md is what the code writes; "npm run settings" writes it', () => {
  const [, table] = /<!-- settings: .*-->\n([\s\S]*?)<!-- \/settings -->/.exec(read('docs/hosting.md')) ?? [];
  expect(table).toBe(writeSettings.markdown({}));
});

test('.env.example, with all of its lines in force, holds to every rule', () => {
  const lines = read('.env.example').split('\n');
  const pairs = lines.flatMap((line) => /^#(\w+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const env: Record<string, string> = {};
  for (let place = 0; place < pairs.length; place += 2) env[pairs[place] ?? ''] = pairs[place + 1] ?? '';
  expect(Object.keys(env)).toEqual(Object.keys(configVariables));
  expect(() => parseConfig(env)).not.toThrow();
});

test('the settings that hold are told with where they are from, and no password', () => {
  const env = {
    ASIDE_HOST: '::',
    PORT: '9',
    DATABASE_URL: 'postgres://a:s3cret@db:5432/m?sslmode=require&sslrootcert=/ca.pem&password=s3cret&pasword=s3cret',
  };
  const text = writeSettings.text(env);
  expect(text).toMatch(/^ASIDE_HOST +::$/m);
  expect(text).toMatch(/^ASIDE_PORT +9 \(from PORT\)$/m);
  expect(text).toMatch(/^ASIDE_LOG_LEVEL +info \(default\)$/m);
  expect(text).toMatch(/^ASIDE_SITES +\(unset\)$/m);
  expect(text).toMatch(
    /^DATABASE_URL +postgres:\/\/\*\*\*@db:5432\/m\?sslmode=require&sslrootcert=\/ca\.pem&password=\*\*\*&pasword=\*\*\*$/m,
  );
  expect(writeSettings.text({ DATABASE_URL: 's3cret' })).toMatch(/^DATABASE_URL +\(set, not shown\)$/m);
  expect(text).not.toContain('s3cret');
});
