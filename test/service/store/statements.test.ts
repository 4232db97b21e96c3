import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { milliseconds } from '../../../src/service/store/engine/milliseconds';
import { qualifyTables } from '../../../src/service/store/engine/qualify-tables';
import { migrations } from '../../../src/service/store/migrations/migrations';
import { files, ofSites, room, statements, statementsOf } from './collect-statements';

const siteTables = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/^create table (?:if not exists )?(\w+) \(\s*cloud_id /gm)].map(([, name]) => name),
);

describe('the statements of the store', () => {
  test('are found, all of them, each under a name of its own', async () => {
    const names = statements.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(27);
    for (const file of files) {
      const source = await readFile(join(room, file), 'utf8');
      const holdsSql = /\b(select|insert into|update|delete from) [a-z]/.test(
        source.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''),
      );
      // Steps of statements, and what is said to an engine as a whole.
      const isPart =
        /(^|\/)(claim|migrate|send-steps|read-messages.sql|fit-page.sql|fit-list.sql|found-first.sql|list-activity.sql|pglite-database|barred-step|unread.sql|barring.sql|of-site.sql|sites-by-shard|postgres-options)\.ts$/.test(
          file,
        );
      if (holdsSql && !isPart) expect([file, statementsOf(file).length]).not.toEqual([file, 0]);
    }
  });

  test.each(ofSites)('%s keeps every table of a site to one site', (_name, { text }) => {
    const sources = [
      ...text.matchAll(new RegExp(`\\b(?:from|join|update|using) (${siteTables.join('|')})\\b(?: (\\w+))?`, 'g')),
    ];
    for (const [source, , alias] of sources) {
      expect([source, alias]).toEqual([source, expect.stringMatching(/^[a-z]$/)]);
      // By the parameter and not by another column: an engine that shards by site then sends all of it to one place.
      const uses = sources.filter(([, , other]) => other === alias).length;
      const constraints = [...text.matchAll(new RegExp(`\\b${alias}\\.cloud_id = \\$1(?!\\d)`, 'g'))].length;
      expect([source, constraints >= uses]).toEqual([source, true]);
    }
    const inserts = [...text.matchAll(/insert into (\w+)(?: as \w+)?\s*\((\w+)/g)];
    for (const [insert, , first] of inserts) expect([insert, first]).toEqual([insert, 'cloud_id']);
    expect(sources.length + inserts.length).toBeGreaterThan(0);
  });

  test.each(ofSites)('%s takes the site as its first parameter', (_name, { text }) => {
    expect(text).toMatch(/cloud_id = \$1|\$1::uuid as cloud_id|values \(\$1, \$2/);
  });

  // Citus refuses any other function there that may have another result elsewhere; suites/engine.ts holds that this one has not.
  test.each(ofSites)('%s gives back what it changed as columns and times in milliseconds', (_name, { text }) => {
    const [before = '', after = ''] = milliseconds('a time').split('a time');
    for (const columns of text.split(/\breturning\b/).slice(1)) {
      const [given = ''] = columns.split(/^ {2}\)/m);
      expect(given.replaceAll(before, '').replaceAll(after, '')).not.toMatch(/\w\(/);
    }
  });

  test('name every table of the migrations in full, and give no step the name of one', () => {
    const made = readFileSync(join(room, 'migrations/migrate.ts'), 'utf8');
    const records = [...made.matchAll(/create table if not exists (\w+)/g)].map(([, name]) => name ?? '');
    expect(records).toEqual(['migration', 'migration_lock']);
    const tables = migrations.flatMap(({ sql }) => [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => name));
    for (const table of [...tables, ...records]) {
      for (const use of [`from ${table} t`, `update ${table} t`, `insert into ${table} (`, `join\n  ${table} t`]) {
        expect(qualifyTables(use, 'public')).toBe(use.replace(`${table}`, `public.${table}`));
      }
    }
    for (const [name, { text }] of statements) {
      const steps = [...text.matchAll(/(?:with|,)\s+(\w+) as (?:materialized )?\(/g)].map(([, step]) => step ?? '');
      expect([name, steps.filter((step) => [...tables, ...records].includes(step))]).toEqual([name, []]);
    }
  });

  test.each(statements)('%s uses nothing that ties it to one engine or one node', (_name, { text }) => {
    expect(text).not.toMatch(/uuidv7|advisory|nextval|\bserial\b|\boffset\b|ctid|xmax/i);
  });
});
