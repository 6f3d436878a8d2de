import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.spendscope/',
      'dashboards/*.json',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs}'],
    plugins: { 'import-x': importX },
    languageOptions: { globals: { ...globals.node } },
    rules: {
      // A reader learns the name once: the importer cannot rename it by accident.
      'import-x/no-default-export': 'error',
      'import-x/order': ['error', { alphabetize: { order: 'asc' }, 'newlines-between': 'never' }],
      'import-x/no-duplicates': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Exported functions are contracts: their result is written, not inferred.
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Numeric kernels index typed arrays in bounds that the compiler cannot see.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Services log through pino; only the command line speaks to the terminal, through one module.
      'no-console': 'error',
      complexity: ['error', 20],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Index names live in packages/contracts only (see its README): a literal elsewhere goes unseen when one is renamed.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Literal[value=/^spendscope-(transactions|actions|customers|segments|anomalies|insights|states|interventions|audit|idempotency|leases|labels|suppressions|reviews|segment-definitions|persona-texts|identities|runs|models|model-metrics|quarantine|logs|controls|erasures)(-|$)/]',
          message: 'Take index names from @spendscope/contracts.',
        },
      ],
    },
  },
  {
    files: ['packages/contracts/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // TypeBox builders: the inferred schema type is the result, and writing it out would repeat the whole expression.
    files: ['packages/contracts/src/elasticTypes.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['plugins/**/*.{ts,tsx}', 'services/preview/src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    languageOptions: { globals: { ...globals.browser } },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.recommended.rules },
  },
  {
    // Tools that load a configuration file ask for its default export.
    files: ['*.config.{mjs,ts}', '**/*.config.{mjs,ts}', 'scripts/jest/elasticsearch{Setup,Teardown}.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // The command line and test runners speak to the terminal.
    files: ['scripts/**', 'bench/**', 'services/stack/src/terminal.ts', 'services/pipeline/src/terminal.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier
);
