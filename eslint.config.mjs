import tseslint from 'typescript-eslint';

/** Packages and names that only some may import. */
const eventStoreClient = {
  name: '@eventstore/db-client',
  message: 'Events are reached through @alongside/event-store.',
};
const valueOpener = {
  name: '@alongside/application',
  importNames: ['VALUE_OPENER'],
  message:
    'Values are opened by the LoggedOpener of @alongside/access-log, which writes down who reads them.',
};

/** What rules of a decider must never reach for: they are told the time, ids and facts in the command. */
const impureGlobals = ['Date', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'].map(
  (name) => ({
    name,
    message: 'A domain is pure: take it in the command.',
  }),
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'libs/read-models/src/generated/**',
      'apps/gateway/public/**',
      'test/fences/planted/**',
      '.alongside/**',
      'coverage/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Nest reads the classes of constructor parameters when the program runs.
    files: ['**/*.{handler,resolver,module,guard,interceptor,reader,loader,input,type,args}.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: [
      'libs/contexts/*/src/domain/**/*.ts',
      'libs/contexts/*/src/contracts.ts',
      'libs/contexts/*/src/contracts/**/*.ts',
      'libs/kernel/src/*.ts',
    ],
    ignores: ['**/*.spec.ts', 'libs/kernel/src/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A domain is pure: take it in the command.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@nestjs/*', 'graphql', 'pg', '@prisma/*', 'rxjs'],
              message: 'A domain knows no framework.',
            },
          ],
        },
      ],
    },
  },
  {
    // Only the event store talks to a database of events, and only the access log opens values.
    files: ['**/*.ts'],
    ignores: ['libs/event-store/src/**', 'test/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [eventStoreClient, valueOpener] }],
    },
  },
  {
    files: ['libs/access-log/src/logged-opener.ts', 'apps/gateway/src/gateway.module.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [eventStoreClient] }],
    },
  },
  {
    files: [
      '**/*.mjs',
      'apps/cli/**/*.ts',
      '**/*.spec.ts',
      'test/**/*.ts',
      'libs/*/src/testing/**/*.ts',
      'libs/*/test/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.config.{mjs,ts}', '**/*.config.*.mjs', 'test/support/*.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
