import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/service/config';
import { configVariables } from '../../src/service/config-variables';
import { readDockerfile, root } from './read-dockerfile';

interface Service {
  readonly environment: Readonly<Record<string, string>>;
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

/** As Compose fills them in from `.env`. */
const fillIn = (text: string, values: Readonly<Record<string, string>>) =>
  text.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = values[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });

const environmentWith = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(aside.environment).map(([name, text]) => [name, fillIn(text, values)]));

test('the service starts when the database is well, and both come back after a crash', () => {
  expect(aside.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  expect(database.healthcheck?.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
  for (const service of [aside, database]) expect(service['restart']).toBe('unless-stopped');
});

test('its settings are known and right, alone and with the sites of someone', () => {
  for (const name of Object.keys(aside.environment)) expect(Object.keys(configVariables)).toContain(name);
  const config = readConfig(environmentWith({ POSTGRES_PASSWORD: '0123abcd' }));
  expect(config.database?.url).toBe('postgres://aside:0123abcd@database:5432/aside');
  const ids = { ASIDE_SITES: '11111111-1111-4111-8111-111111111111=Acme', ASIDE_FORGE_APP_IDS: crypto.randomUUID() };
  expect(readConfig(environmentWith({ POSTGRES_PASSWORD: 'x', ...ids })).sites.size).toBe(1);
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
