/** The import directions of the house (ARCHITECTURE.md). Run by “npm run architecture”. */
const pure = '(\\.rules|\\.policy)\\.ts$';
const tests = '(\\.test\\.tsx?$|^test/|\\.fixture\\.ts$|test-support\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: ['^contract/', '^node_modules/zod/'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: tests },
      to: { path: '^(server/(features|commands)|server/main|web)' },
    },
    {
      name: 'features-meet-through-index',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/features/([^/]+)/',
        pathNot: ['^server/features/$1/', '^server/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'server-parts-enter-features-through-index',
      severity: 'error',
      from: { path: '^server/(main|cli|commands)', pathNot: tests },
      to: { path: '^server/features/[^/]+/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'features-do-not-compose',
      severity: 'error',
      from: { path: '^server/features/', pathNot: tests },
      to: { path: '^server/(main|cli|commands)' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^web/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|db)/' },
    },
    {
      name: 'browser-takes-no-zod',
      comment: 'Schemas are types to the app: the validation library would double the first load.',
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: {
        path: '(^node_modules/zod/|^contract/)',
        pathNot:
          '^contract/(enums|partner-lead-enums|words|countries|currencies|cut|live|name-order|search-folding|whose)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules and policies import no clock, database, environment, randomness or logger.',
      severity: 'error',
      from: { path: `^server/features/.*${pure}` },
      to: {
        pathNot: [
          '^contract/',
          pure,
          '^server/features/[^/]+/index\\.ts$',
          '^server/features/identity/actor\\.ts$',
          '^server/platform/(errors|canonical-json|text/slips)\\.ts$',
          // Time zones are tables of facts; the time itself is still an argument.
          '^node_modules/luxon/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-lives-in-repositories',
      comment: 'Only repositories build SQL; a few named files are repositories for one thing.',
      severity: 'error',
      from: {
        path: '^server/features/.*(service|routes|rules|policy|presenter|jobs)\\.tsx?$',
      },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(contract|server|web)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^scripts/', '^bench/', '^e2e/', '^web/public/', tests] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
