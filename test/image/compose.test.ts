import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseConfig } from '../../src/service/config/config';
import { configVariables } from '../../src/service/config/variables';
import { readDockerfile, root } from './read-dockerfile';

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly [option: string]: unknown;
}
const compose: { services: Readonly<Record<string, Service>>; volumes: object } = parse(
  readFileSync(join(root, 'compose.yaml'), 'utf8'),
);
const { aside, database } = compose.services;
if (!aside || !database) throw new Error('compose.yaml lacks a service');

/** As Compose fills in a text of `environment` from `.env`. */
const fillIn = (text: string, values: Readonly<Record<string, string>>) =>
  text.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = values[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });

/** What the service is given with this `.env`: the files of `env_file`, and over them what stands in `environment`. */
const environmentWith = (values: Readonly<Record<string, string>>): Record<string, string> => ({
  ...(aside.env_file?.some(({ path }) => path === '.env') ? values : {}),
  ...Object.fromEntries(Object.entries(aside.environment).map(([name, text]) => [name, fillIn(text, values)])),
});

/** What this file itself decides, so that the parts of it fit each other. */
const decided = ['DATABASE_URL', 'ASIDE_HOST', 'ASIDE_PORT', 'ASIDE_METRICS_HOST', 'ASIDE_METRICS_PORT'];

test('the service starts when the database is well, and both come back after a crash', () => {
  expect(aside.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  expect(database.healthcheck?.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
  for (const service of [aside, database]) expect(service['restart']).toBe('unless-stopped');
});

test('its settings are known and right, alone and with the sites of someone', () => {
  for (const name of Object.keys(aside.environment)) expect(Object.keys(configVariables)).toContain(name);
  const config = parseConfig(environmentWith({ POSTGRES_PASSWORD: '0123abcd' }));
  expect(config.database?.url).toBe('postgres://aside:0123abcd@database:5432/aside');
  const ids = { ASIDE_SITES: '11111111-1111-4111-8111-111111111111=Acme', ASIDE_FORGE_APP_IDS: crypto.randomUUID() };
  expect(parseConfig(environmentWith({ POSTGRES_PASSWORD: 'x', ...ids })).sites.size).toBe(1);
});

test('every other setting in .env reaches the service as it is, and .env itself is no must', () => {
  expect(aside.env_file).toEqual([{ path: '.env', required: false }]);
  const settings = Object.fromEntries(Object.keys(configVariables).map((name) => [name, `of ${name}`]));
  const given = environmentWith({ POSTGRES_PASSWORD: 'x', ...settings });
  const changed = Object.keys(settings).filter((name) => given[name] !== settings[name]);
  expect(changed.sort()).toEqual([...decided].sort());
  expect(environmentWith({ POSTGRES_PASSWORD: 'x' })['ASIDE_MIGRATE']).toBe('on-start');
});

test('it listens on the port that is opened', () => {
  const { host, port, metrics } = parseConfig(environmentWith({ POSTGRES_PASSWORD: 'x', ASIDE_PORT: '9000' }));
  expect([host, port, metrics]).toEqual(['0.0.0.0', 8080, { host: '0.0.0.0', port: 9464 }]);
  expect(aside['expose']).toEqual(['9464']);
});

test('it does not start without a password of its own, and the database is asked by the name that it has', () => {
  expect(() => environmentWith({})).toThrow('POSTGRES_PASSWORD: set it in .env');
  const { pathname, username, hostname } = new URL(environmentWith({ POSTGRES_PASSWORD: 'x' })['DATABASE_URL'] ?? '');
  expect([username, pathname]).toEqual([
    database.environment['POSTGRES_USER'],
    `/${database.environment['POSTGRES_DB']}`,
  ]);
  expect(Object.keys(compose.services)).toContain(hostname);
});

test('only the API is opened, to this machine alone, on the port that the image listens on', () => {
  expect(database.ports).toBeUndefined();
  const exposed = readDockerfile()
    .at(-1)
    ?.find(({ word }) => word === 'EXPOSE')?.rest;
  expect(aside.ports).toEqual([`127.0.0.1:8080:${exposed}`]);
});

test('the messages are on a volume', () => {
  expect(database.volumes).toEqual(['messages:/var/lib/postgresql/data']);
  expect(Object.keys(compose.volumes)).toEqual(['messages']);
});
