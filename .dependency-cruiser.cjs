/** Who may import whom. Each rule has a planted violation in test/fences that it must catch. */
const context = 'libs/contexts/([^/]+)/src/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or one too many.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'A domain imports its own files, the kernel and contracts.',
      severity: 'error',
      from: { path: `^${context}domain/`, pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          `^libs/contexts/$1/src/(domain/|contracts(\\.ts$|/))`,
          '^libs/kernel/',
          '^libs/contexts/[^/]+/src/contracts(\\.ts$|/)',
        ],
      },
    },
    {
      name: 'contexts-meet-at-contracts',
      comment: 'A context knows of another one what its contracts say.',
      severity: 'error',
      from: { path: `^${context}` },
      to: {
        path: '^libs/contexts/',
        pathNot: ['^libs/contexts/$1/', '^libs/contexts/[^/]+/src/contracts(\\.ts$|/)'],
      },
    },
    {
      name: 'contracts-stand-alone',
      comment: 'Contracts are compiled on their own, before any context.',
      severity: 'error',
      from: { path: '^libs/contexts/[^/]+/src/contracts(\\.ts$|/)' },
      to: { pathNot: ['^libs/kernel/', '^libs/contexts/[^/]+/src/contracts(\\.ts$|/)'] },
    },
    {
      name: 'domain-comes-before-application',
      comment: 'graphql → application → domain; projections → domain.',
      severity: 'error',
      from: { path: `^${context}(application|projections)/` },
      to: { path: '^libs/contexts/[^/]+/src/graphql/' },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Apps are put together from libs.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'kernel-depends-on-nothing',
      comment: 'The kernel is what everything depends on; it has the calendar and nothing else.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { pathNot: ['^libs/kernel/src/', 'temporal-polyfill', '^(node:)?crypto$'] },
    },
    {
      name: 'not-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/|generated/' },
    exclude: { path: '/dist/|test/fences/planted' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
