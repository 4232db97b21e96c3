/**
 * Walls around what Forge bundles, over what is loaded and not over types: an import of types alone leaves no trace in
 * a bundle. `npm run walls` runs these after the walls between rooms.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const { options } = require('./.dependency-cruiser.cjs');

const reach = (name, from, path, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path, reachable: true },
});

module.exports = {
  forbidden: [
    // With it the functions weighed 756 KB in place of 333.
    reach('functions-carry-no-schema-library', '^src/index\\.ts$', 'node_modules/(typebox|ajv|@sinclair)/'),
    reach('functions-carry-nothing-of-the-service', '^src/index\\.ts$', '(^src/service/|node_modules/(pg|fastify)/)'),
    reach('views-carry-no-function', '^src/app/views/entries/', '^src/app/(resolvers|automation|client|jira|policy)/'),
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
