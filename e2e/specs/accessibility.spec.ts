import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

/** Ours is what our panels and pages draw; the frame around them is Grafana’s. */
const drawnByUs = '[data-testid*="spendscope"]';
/** A dashboard of core panels only: what we chose is in its panels. */
const corePanels = '[data-testid^="data-testid Panel header"]';

const pages = {
  'Spend overview': { path: '/d/spend-overview?from=now-1y&to=now', part: corePanels },
  Segments: { path: '/d/customer-segments', part: drawnByUs },
  'Anomaly operations': { path: '/d/anomaly-operations?from=now-1y&to=now&refresh=', part: drawnByUs },
  'App: Overview': { path: '/a/spendscope-insights-app/overview', part: drawnByUs },
  'App: Segments': { path: '/a/spendscope-insights-app/segments?cluster=0', part: drawnByUs },
  'App: Personas': { path: '/a/spendscope-insights-app/personas', part: drawnByUs },
  'App: Customer 360, to choose': { path: '/a/spendscope-insights-app/customers', part: drawnByUs },
  'App: Anomalies': { path: '/a/spendscope-insights-app/anomalies', part: drawnByUs },
  'App: Interventions, waiting': { path: '/a/spendscope-insights-app/interventions', part: drawnByUs },
  'App: Interventions, history': { path: '/a/spendscope-insights-app/interventions?tab=history', part: drawnByUs },
  'App: Models': { path: '/a/spendscope-insights-app/models', part: drawnByUs },
  'App: Suppressions and reasons': { path: '/a/spendscope-insights-app/feedback', part: drawnByUs },
  'App: Benefit designer': { path: '/a/spendscope-insights-app/benefits', part: drawnByUs },
  'App: Jobs': { path: '/a/spendscope-insights-app/jobs', part: drawnByUs },
  'App: Thresholds': { path: '/a/spendscope-insights-app/thresholds', part: drawnByUs },
  'App: Policy': { path: '/a/spendscope-insights-app/policy', part: drawnByUs },
  'App: Privacy': { path: '/a/spendscope-insights-app/privacy', part: drawnByUs },
  'App: Audit': { path: '/a/spendscope-insights-app/audit', part: drawnByUs },
};

const violations = async (page: Page, part: string): Promise<string[]> => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .include(part)
    // Grafana’s own panel header has an unnamed button while a query runs.
    .exclude('[data-testid="data-testid header-container"]')
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

for (const [name, { path, part }] of Object.entries(pages)) {
  for (const theme of ['dark', 'light']) {
    test(`${name} in ${theme} has no accessibility violation of ours`, async ({ page }) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
      await page.locator(part).first().waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect(await violations(page, part)).toEqual([]);
    });
  }
}

for (const theme of ['dark', 'light']) {
  test(`App: Customer 360 in ${theme} has no accessibility violation of ours`, async ({ page, anomalyOperations }) => {
    await anomalyOperations.openPage(`&theme=${theme}`);
    const customer = await anomalyOperations.customerOf(anomalyOperations.rows.first());
    await page.goto(`/a/spendscope-insights-app/customers?token=${customer}&theme=${theme}`);
    await page.getByRole('heading', { name: 'Who is this?' }).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    expect(await violations(page, drawnByUs)).toEqual([]);
  });
}
