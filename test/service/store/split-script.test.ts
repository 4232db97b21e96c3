import { migrations } from '../../../src/service/store/migrations/migrations';
import { splitScript } from '../../../src/service/store/migrations/split-script';

test.each([
  ['two statements', 'select 1; select 2;', ['select 1', 'select 2']],
  ['a last one without its sign', 'select 1;\nselect 2', ['select 1', 'select 2']],
  ['a comment with a sign in it', '-- one; two\nselect 1;', ['-- one; two\nselect 1']],
  ['a comment with a quote in it', "-- it's\nselect 1; select 2", ["-- it's\nselect 1", 'select 2']],
  ['a comment of several lines', '/* a;\n b; */ select 1; select 2', ['/* a;\n b; */ select 1', 'select 2']],
  ['nothing but a comment', ' ; -- only words;\n', []],
  ['a text with signs in it', "select 'a;b', 'it''s; --'; select 2", ["select 'a;b', 'it''s; --'", 'select 2']],
  ['a name with a sign in it', 'select 1 as "a;b"; select 2', ['select 1 as "a;b"', 'select 2']],
  ['a block', 'do $$ begin a; b; end $$; select 2', ['do $$ begin a; b; end $$', 'select 2']],
  ['a block under a name', 'do $x$ a; $$ ; $x$; select $1', ['do $x$ a; $$ ; $x$', 'select $1']],
])('%s', (_what, script, statements) => {
  expect(splitScript(script)).toEqual(statements);
});

test.each(migrations.map(({ name, sql }) => [name, sql]))('%s is the same, statement by statement', (_name, sql) => {
  const statements = splitScript(sql);
  const isWord = /^(?:--.*\n|\s)*(?:create|alter|drop|insert|update|delete|with|do)\b/;
  for (const statement of statements) expect(statement).toMatch(isWord);
  const plain = (text: string) => text.replace(/--[^\n]*|[\s;]/g, '');
  expect(plain(statements.join(';'))).toBe(plain(sql));
});
