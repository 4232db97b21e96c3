/** Packages that keep nothing from one call to the next but caches: all suites of a worker share one copy. */
const names = [
  '@atlaskit/adf-schema',
  '@electric-sql/pglite',
  '@electric-sql/pglite-prepopulatedfs',
  '@forge/manifest',
  '@redocly/openapi-core',
  'ajv-draft-04',
  'commander',
  'esbuild',
  'fast-check',
  'fastify',
  'jose',
  'markdown-it',
  'pg',
  'prom-client',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-inputrules',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-schema-list',
  'prosemirror-state',
  'prosemirror-transform',
  'prosemirror-view',
  'tar-stream',
  'typebox',
  'typescript',
  'yaml',
];

const pattern = new RegExp(`^(${names.join('|')})(/|$)`);

/** @returns whether what is asked for under this name is one of them, or a part of one. */
const isShared = (name) => pattern.test(name);

module.exports = { isShared };
