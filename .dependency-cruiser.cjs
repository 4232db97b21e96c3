/**
 * The walls between the rooms of src/. The arrows that may be drawn are in docs/architecture.md; everything else fails.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    wall('no-circles', {}, { circular: true }, 'Arrows go in one direction.'),
    wall(
      'contract-stands-alone',
      { path: '^src/contract' },
      { path: '^src', pathNot: '^src/(contract|document/types)' },
    ),
    wall('document-stands-alone', { path: '^src/document' }, { path: '^src', pathNot: '^src/document' }),
    wall('app-is-not-service', { path: '^src/app' }, { path: '^src/(service|preview)' }),
    wall('service-is-not-app', { path: '^src/service' }, { path: '^src/(app|preview)' }),
    wall('nobody-imports-preview', { path: '^src', pathNot: '^src/preview' }, { path: '^src/preview' }),
    wall(
      'views-reach-types-and-text-only',
      { path: '^src/app/views' },
      { path: '^src', pathNot: '^src/(app/views|app/resolvers/definitions|document)' },
    ),
    // The parser has 98 KB, more than all views together: a view gets Markdown from its resolver.
    wall('views-carry-no-markdown', { path: '^src/app/views' }, { path: 'node_modules/markdown-it/', reachable: true }),
    wall(
      'client-knows-the-contract-only',
      { path: '^src/app/client' },
      { path: '^src/app', pathNot: '^src/app/client' },
    ),
    wall(
      'storage-knows-the-definitions-only',
      { path: '^src/app/storage' },
      { path: '^src/app', pathNot: '^src/app/(storage|resolvers/definitions)' },
    ),
    wall(
      'policy-knows-client-and-storage-only',
      { path: '^src/app/policy' },
      { path: '^src/app', pathNot: '^src/app/(policy|client|storage)' },
    ),
    wall(
      'notices-are-told-not-asked',
      { path: '^src/app/notices' },
      { path: '^src/app', pathNot: '^src/app/(notices|policy|client|storage|resolvers/definitions)' },
    ),
    wall(
      'personal-data-asks-no-entry',
      { path: '^src/app/personal-data' },
      { path: '^src/app', pathNot: '^src/app/(personal-data|policy|client|storage)' },
    ),
    wall(
      'resolvers-know-no-other-entry',
      { path: '^src/app/resolvers' },
      { path: '^src/app', pathNot: '^src/app/(resolvers|notices|policy|client|storage)' },
    ),
    wall(
      'automation-knows-what-it-sends-through',
      { path: '^src/app/automation' },
      { path: '^src/app', pathNot: '^src/app/(automation|resolvers|notices|policy|client|storage)' },
    ),
    wall('functions-are-apart-from-views', { path: '^src/app', pathNot: '^src/app/views' }, { path: '^src/app/views' }),
    wall(
      'index-only-reexports-functions',
      { path: '^src/index\\.ts$' },
      { path: '^src', pathNot: '^src/app/(resolvers|automation|notices|personal-data)' },
    ),
    wall('functions-reach-no-view', { path: '^src/index\\.ts$' }, { path: '\\.tsx$', reachable: true }),
    wall(
      'rules-are-pure',
      { path: '^src/service/conversation' },
      {
        path: '^(src/service|fs|net|http|pg|@electric-sql|fastify|node_modules/(pg|@electric-sql|fastify))',
        pathNot: '^src/service/conversation',
      },
    ),
    wall(
      'only-the-store-knows-sql',
      { path: '^src', pathNot: '^src/service/store' },
      { path: 'node_modules/(pg|@electric-sql/pglite)/' },
    ),
    wall(
      'store-serves-the-rules',
      { path: '^src/service/store' },
      { path: '^src/service', pathNot: '^src/service/(store|conversation|identity)' },
    ),
    wall(
      'purge-asks-an-interface',
      { path: '^src/service/purge' },
      { path: '^src/service', pathNot: '^src/service/(purge|conversation)' },
    ),
    wall('identity-is-apart', { path: '^src/service/identity' }, { path: '^src/service/(http|store|cli)' }),
    wall('http-reaches-no-store', { path: '^src/service/http' }, { path: '^src/service/(store|cli)' }),
    wall(
      'compiled-checks-stay-in-the-service',
      { path: '^src/app' },
      { path: 'node_modules/(ajv|typebox/build/(compile|schema))' },
    ),
    wall('source-needs-no-test', { path: '^src' }, { path: '^test' }),
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
