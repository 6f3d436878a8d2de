import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';
import { expect, test } from '../fixtures';

interface Board {
  uid: string;
  title: string;
  panels: { title: string; type: string; fieldConfig?: { defaults?: { noValue?: string } } }[];
}
const folder = path.resolve(import.meta.dirname, '../../dashboards');
const board = (file: string): Board => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Board;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Nothing was done and no alert has fired yet when the demo starts, so their lists are rightly empty. */
const mayBeEmpty = new Set([
  'What was done?',
  'How many acts are in force?',
  'Which acts are asked for?',
  'What becomes of them?',
  'Which alerts wait for a person?',
  'What holds the service back?',
  'When did what fire?',
  'How did they end?',
  'What fired, when, and who was told?',
  // Of the 2,000 customers of this demo too few are in the segment, and too few crossed a border.
  'When would a bonus be seen?',
  'Who else spends like them?',
  'Which card suits them?',
  'Which benefit suits them?',
  'Who is likely to be VVIP next?',
  // Every scheduled job has started in time, and none failed.
  'Which scheduled jobs were not started?',
  'Which scheduled jobs failed?',
  // Nobody has judged an alarm of the demo yet.
  'How many alarms were judged?',
  'How many of them were right?',
  'How long do verdicts take?',
  // Next to none of the demo's customers repeats another.
  'How much better would they look on repeats?',
]);

for (const file of files) {
  const { uid, title, panels } = board(file);
  test(`${title}: every panel shows data`, async ({ gotoDashboardPage, page }) => {
    await page.setViewportSize({ width: 1600, height: 2600 });
    const dashboard = await gotoDashboardPage({
      uid,
      timeRange: { from: 'now-1y', to: 'now' },
    });
    for (const panel of panels) {
      const found = dashboard.getPanelByTitle(panel.title);
      await found.locator.scrollIntoViewIfNeeded();
      await expect(found.locator, panel.title).toBeVisible();
      if (!mayBeEmpty.has(panel.title)) {
        await expect(found.locator, panel.title).not.toContainText(
          /No data|Loading|Nothing|No customers to show|No rows/
        );
        const empty = panel.fieldConfig?.defaults?.noValue?.trim() ?? '';
        if (empty.length > 1) {
          await expect(found.locator, panel.title).not.toContainText(empty);
        }
        await expect(
          found.locator.locator('canvas, svg, table, [role=grid], [role=list], [data-testid*="data-testid"]').first()
        ).toBeVisible();
      }
      await expect(found.getErrorIcon(), panel.title).toHaveCount(0);
    }
  });
}

test('Segments: the explorer’s table lists each of the six clusters, and isolating one in the legend says so', async ({
  gotoDashboardPage,
}) => {
  const dashboard = await gotoDashboardPage({ uid: 'customer-segments' });
  const explorer = dashboard.getPanelByTitle('Where do customers stand?').locator;
  await expect(explorer.getByText(/\d[\d,]* customers · 6 clusters/)).toBeVisible();
  const cluster = explorer
    .getByTestId(testIds.segmentExplorer.root)
    .getByRole('button', { pressed: false, name: /%/ })
    .first();
  await cluster.click();
  await expect(explorer.getByRole('button', { pressed: true, name: /%/ })).toHaveCount(1);
  await explorer.getByRole('button', { name: 'Show as table' }).click();
  const clusters = explorer.getByRole('table', { name: 'Clusters in view; axes by their median' });
  await expect(clusters.getByRole('row')).toHaveCount(7);
});

for (const file of files) {
  const { uid, title, panels } = board(file);
  test(`${title}: the demo shows the committed panels, none left out as missing in its data`, async ({ request }) => {
    const answer = await request.get(`/api/dashboards/uid/${uid}`);
    const { dashboard } = (await answer.json()) as { dashboard: Board };
    expect(dashboard.panels.map((panel) => panel.title)).toEqual(panels.map((panel) => panel.title));
  });
}

test('Segments: opened from spend in an hour of long ago, it still shows the newest run', async ({
  gotoDashboardPage,
  page,
}) => {
  await gotoDashboardPage({
    uid: 'spend-overview',
    timeRange: { from: '2020-01-01T00:00:00.000Z', to: '2020-01-01T01:00:00.000Z' },
  });
  await page.getByRole('button', { name: 'Newest run' }).click();
  // Grafana calls the entries links, the preview menu items.
  const name = { name: 'Segments', exact: true };
  await page.getByRole('menuitem', name).or(page.getByRole('link', name)).click();
  await expect(page.getByText(/\d[\d,]* customers · 6 clusters/)).toBeVisible();
});

test('Churn and retention: the comparison shows each model with the figures that Elasticsearch holds', async ({
  gotoDashboardPage,
  page,
}) => {
  await page.setViewportSize({ width: 1900, height: 4200 });
  const title = 'Which model tells best who leaves?';
  // Other panels ask for the same documents with another filter, and any of them may be answered first.
  const answered = page.waitForResponse(
    async (response) =>
      response.url().includes('/api/ds/query') &&
      !!response.request().postData()?.includes('believed:true') &&
      (await response.text()).includes('"roc_auc"')
  );
  const dashboard = await gotoDashboardPage({ uid: 'churn-retention' });
  const { results } = (await (await answered).json()) as {
    results: Record<string, { frames: { schema: { fields: { name: string }[] }; data: { values: unknown[][] } }[] }>;
  };
  const frame = Object.values(results)[0]!.frames[0]!;
  const column = (name: string): unknown[] =>
    frame.data.values[frame.schema.fields.findIndex((field) => field.name === name)]!;
  const panel = dashboard.getPanelByTitle(title).locator;
  expect(column('name')).toHaveLength(12);
  for (const [at, name] of column('name').entries()) {
    const row = panel.getByRole('row').filter({ hasText: String(name) });
    await expect(row.first()).toContainText(Number(column('roc_auc')[at]).toFixed(3));
  }
});
