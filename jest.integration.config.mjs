import { nodeProject } from './jest.config.mjs';

/** `*.integration.test.ts`: one real Elasticsearch for all of them, started before the first and stopped after the last. */
export default {
  ...nodeProject,
  displayName: 'integration',
  roots: ['packages', 'services', 'dashboards', 'e2e', 'bench', 'scripts'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.integration.test.ts'],
  globalSetup: '<rootDir>/scripts/jest/elasticsearchSetup.ts',
  globalTeardown: '<rootDir>/scripts/jest/elasticsearchTeardown.ts',
  // One after the other: they share the server, and some empty indices that others fill.
  maxWorkers: 1,
  testTimeout: 120_000,
};
