/** The import directions of the project (ARCHITECTURE.md). Run by “npm run architecture”. */
const pure = '(\\.rules|\\.policy)\\.ts$';
const tests = '(\\.test\\.tsx?$|^test/|\\.fixture\\.tsx?$|test-support\\.ts$)';

/** The areas of the server, from the ground up: each imports only those before it. */
const areas = [
  // The foundation: who acts, what is recorded about it, for whom, and what is sent.
  'audit',
  'identity',
  'vocabularies',
  'organizations',
  'offers',
  'mail',
  'working-time',
  'periods',
  'people',
  'profiles',
  // Leads, and how they come in.
  'leads',
  'intake',
  'imports',
  // What informs, shows and connects.
  'messages',
  'partners',
  'directory',
  'connections',
  // What everything comes together on.
  'home',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contract-imports-zod-and-texts-only',
      severity: 'error',
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: ['^contract/', '^node_modules/(zod|use-intl)/'] },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: tests },
      to: { path: '^(server/(engines|areas|demo|commands)|server/main|web)' },
    },
    {
      name: 'engines-know-no-lead',
      comment: 'An engine could be a package of its own: it knows what it computes, and nobody who asks it.',
      severity: 'error',
      from: { path: '^server/engines/([^/]+)/', pathNot: tests },
      to: { path: '^(server/(engines|areas|demo|commands)|server/main)', pathNot: '^server/engines/$1/' },
    },
    ...areas.map((area, place) => ({
      name: `area-${area}-imports-areas-below`,
      comment: `Areas lie in layers, in this order: ${areas.join(', ')}. What lies above is told by events and wires.`,
      severity: 'error',
      from: { path: `^server/areas/${area}/`, pathNot: tests },
      to: { path: `^server/areas/(${areas.slice(place + 1).join('|') || '-'})/` },
    })),
    {
      name: 'areas-are-listed',
      comment: 'A new area takes its place in the layers: add it to the list in this file.',
      severity: 'error',
      from: { path: '^server/areas/', pathNot: [`^server/areas/(${areas.join('|')})/`] },
      to: {},
    },
    {
      name: 'areas-meet-through-index',
      severity: 'error',
      from: { path: '^server/areas/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/(areas|engines)/([^/]+)/',
        pathNot: ['^server/areas/$1/', '^server/(areas|engines)/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'server-parts-enter-areas-through-index',
      severity: 'error',
      from: { path: '^server/(main|cli|commands|demo)', pathNot: tests },
      to: {
        path: '^server/(areas|engines)/[^/]+/',
        pathNot: ['^server/areas/[^/]+/index\\.ts$', '^server/engines/.+/index\\.ts$'],
      },
    },
    {
      name: 'areas-do-not-compose',
      severity: 'error',
      from: { path: '^server/areas/', pathNot: tests },
      to: { path: '^server/(main|cli|commands|demo)' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^web/' },
    },
    {
      name: 'web-ground-knows-no-area',
      comment: 'What pages are made of knows no page; addresses, frame and settings put areas together.',
      severity: 'error',
      from: { path: '^web/(api|ui|lead-query)/', pathNot: tests },
      to: { path: '^web/(areas|shell|settings|router|main)' },
    },
    {
      name: 'first-load-takes-single-blocks',
      comment:
        'What is loaded before any page takes building blocks from their own files: all of them, and the words of closed lists, come with the pages.',
      severity: 'error',
      from: {
        path: '^web/(main|router|shell/|ui/[^/]+$|areas/identity/sign-in/|areas/messages/action-center/bell)',
        pathNot: [tests, '^web/shell/keyboard-help/'],
      },
      to: { path: ['^web/ui/index\\.ts$', '^contract/words\\.ts$'] },
    },
    {
      name: 'web-areas-meet-through-index',
      severity: 'error',
      from: { path: '^web/areas/([^/]+)/', pathNot: tests },
      to: { path: '^web/areas/([^/]+)/', pathNot: ['^web/areas/$1/', '^web/areas/[^/]+/index\\.ts$'] },
    },
    {
      name: 'web-areas-do-not-compose',
      severity: 'error',
      from: { path: '^web/areas/', pathNot: tests },
      to: { path: '^web/(shell|settings|router|main)' },
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
        pathNot: [
          '/catalogue\\.en\\.ts$',
          '^contract/(([a-z-]+/(languages|lists|deal-names|export-columns|lead-field|field-words|lead-fields|lead-filters|relative-days|live|role-words|limits|mentions|reply-fields|import-fields|codes))|translations|words|catalogue|clock-distance|countries|currencies|cut|link-life|name-order|search-folding|whose)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules and policies import no clock, database, environment, randomness or logger.',
      severity: 'error',
      from: { path: `^server/(areas|engines)/.*${pure}` },
      to: {
        pathNot: [
          '^contract/',
          pure,
          '^server/(areas|engines)/[^/]+/index\\.ts$',
          // What they say lies in the catalogue of their folder.
          '^server/areas/.*/catalogue\\.ts$',
          '^server/platform/texts\\.ts$',
          '^server/areas/identity/actor\\.ts$',
          '^server/platform/(errors|canonical-json|local-day|text/slips)\\.ts$',
          // Time zones are tables of facts; the current time is still an argument.
          '^node_modules/luxon/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-lives-in-repositories',
      comment:
        'Repositories (.repo.ts) and conditions that they share (.sql.ts) build SQL, nothing else does.',
      severity: 'error',
      from: { path: '^server/(areas|engines)/', pathNot: ['\\.(repo|sql)\\.ts$', tests] },
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
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^scripts/',
          '^bench/',
          '^e2e/',
          '^web/public/',
          '^web/(page|installed)/catalogue\\.en',
          tests,
        ],
      },
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
