/**
 * Two kinds of run, chosen by file name: `*.test.ts(x)` are units (no network, no server) and `*.integration.test.ts`
 * talk to a real Elasticsearch that jest.integration.config.mjs starts once.
 */
export const transform = {
  '^.+\\.(ts|tsx|mts|js|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs', ignoreDynamic: false },
    },
  ],
};

// Published as ES modules only, which jest's CommonJS runtime cannot load untransformed.
const esModulesOnly = [
  '@platformatic',
  'typebox',
  'jose',
  '@fastify/type-provider-typebox',
  'd3-[a-z-]+',
  'internmap',
  'delaunator',
  'robust-predicates',
  'ol',
  'quickselect',
  'rbush',
  'earcut',
  'pbf',
  'color-[a-z]+',
  'quick-lru',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  'map-age-cleaner',
  'p-defer',
  '@wojtekmaj',
  'uuid',
  'marked',
  'execa',
  'croner',
  'geotiff',
  'react-colorful',
  'world-atlas',
  'until-async',
  'msw',
  '@mswjs',
  'rettime',
  '@open-draft',
];

const shared = {
  transform,
  transformIgnorePatterns: [`node_modules/(?!(?:.*/)?(?:${esModulesOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '/\\.spendscope/'],
};

export const nodeProject = { ...shared, testEnvironment: 'node' };

export default {
  projects: [
    {
      ...nodeProject,
      displayName: 'node',
      roots: [
        '<rootDir>/packages',
        '<rootDir>/services',
        '<rootDir>/dashboards',
        '<rootDir>/scripts',
        '<rootDir>/e2e',
        '<rootDir>/bench',
      ],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(integration|long)\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/plugins', '<rootDir>/services/preview'],
      testMatch: ['<rootDir>/plugins/**/*.test.ts?(x)', '**/*.test.tsx'],
      moduleNameMapper: {
        '\\.(css|svg|png|woff2)$': '<rootDir>/scripts/jest/fileStub.cjs',
        '^react-inlinesvg$': '<rootDir>/scripts/jest/inlineSvgStub.cjs',
      },
      setupFilesAfterEnv: ['<rootDir>/scripts/jest/browserSetup.ts'],
    },
  ],
};
