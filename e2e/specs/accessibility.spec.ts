import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';

const pages = {
  'Spend overview': '/d/spend-overview?from=now-1y&to=now',
  Segments: '/d/customer-segments',
  'Anomaly operations': '/d/anomaly-operations?from=now-1y&to=now&refresh=',
  'App: Overview': '/a/spendscope-insights-app/overview',
  'App: Anomalies': '/a/spendscope-insights-app/anomalies',
  'App: Audit': '/a/spendscope-insights-app/audit',
};

for (const [name, path] of Object.entries(pages)) {
  for (const theme of ['dark', 'light']) {
    test(`${name} in ${theme} has no accessibility violation of ours`, async ({ page }) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
      await page.getByRole('main').first().waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        // Ours is what our panels and pages draw; the frame around them is Grafana’s.
        .include('[data-testid*="spendscope"]')
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
      );
      expect(found).toEqual([]);
    });
  }
}
