import integration from './jest.integration.config.mjs';

/** `*.long.test.ts`: kill storms, real data, large worlds; minutes each, run by `npm run test:long` only. */
export default { ...integration, displayName: 'long', testMatch: ['**/*.long.test.ts'], testTimeout: 1_800_000 };
