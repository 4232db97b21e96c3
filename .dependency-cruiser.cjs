/**
 * The walls of the house: `npm run walls`. Which room may import which stands in scripts/walls/rooms.cjs; what follows
 * it here are walls against packages, and rules for all rooms.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const { rooms } = require('./scripts/walls/rooms.cjs');

const quote = (path) => path.replaceAll('.', '\\.');
const within = (paths) => `^(${paths.map((path) => quote(path) + (/\.tsx?$/.test(path) ? '$' : '/')).join('|')})`;
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const ourOwn = '^(src|preview|platform)/';

module.exports = {
  forbidden: [
    wall('no-circles', {}, { circular: true }, 'Arrows go in one direction.'),
    {
      ...wall('no-circles-of-folders', {}, { circular: true }, 'Between folders, too.'),
      scope: 'folder',
    },
    ...rooms.map(({ room, may, holds }) =>
      wall(
        `room ${room}`,
        { path: within([room]) },
        { path: ourOwn, pathNot: within([room, ...may]) },
        `${holds}; see scripts/walls/rooms.cjs`,
      ),
    ),
    // The parser has 98 KB, more than all views together: a view gets Markdown from its resolver.
    wall('views-carry-no-markdown', { path: '^src/app/views' }, { path: 'node_modules/markdown-it/', reachable: true }),
    wall('functions-reach-no-view', { path: '^src/index\\.ts$' }, { path: '\\.tsx$', reachable: true }),
    wall(
      'rules-are-pure',
      { path: '^src/service/conversation' },
      { path: '^(fs|net|http|pg|@electric-sql|fastify|node_modules/(pg|@electric-sql|fastify))' },
    ),
    wall('operations-know-no-http', { path: '^src/service/operations' }, { path: '^(http|net|node_modules/fastify)' }),
    wall(
      'only-the-store-knows-sql',
      { path: ourOwn, pathNot: '^src/service/store' },
      { path: 'node_modules/(pg|@electric-sql/pglite)/' },
    ),
    wall(
      'compiled-checks-stay-in-the-service',
      { path: '^src/app' },
      { path: 'node_modules/(ajv|typebox/build/(compile|schema))' },
    ),
    wall('source-needs-no-test', { path: ourOwn }, { path: '^test' }),
    wall('no-unlisted-package', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] }),
    wall('nothing-unresolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
