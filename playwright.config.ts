import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig } from '@playwright/test';
import { target } from './e2e/stack/target';

/** One suite, two targets: the preview host, or a real Grafana where GRAFANA_HOME is set. */
export default defineConfig<PluginOptions>({
  testDir: 'e2e/specs',
  outputDir: 'test-results/playwright',
  globalSetup: './e2e/stack/globalSetup.ts',
  // The specs share one system, and acts of one would show in another’s counts.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: target.url,
    storageState: target.storageState('admin'),
    viewport: { width: 1600, height: 1000 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // A test browser has no business on the network beyond loopback.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [{ name: target.kind }],
});
