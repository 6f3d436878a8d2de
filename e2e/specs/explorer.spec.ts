import type { Page, Route } from '@playwright/test';
import { indices } from '@spendscope/contracts';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';
import { expect, test } from '../fixtures';

const address = '/d/customer-segments';
const explorerOf = (page: Page) => page.getByTestId(testIds.segmentExplorer.root);
const plotOf = (page: Page) => explorerOf(page).getByRole('application', { name: /^Customers by/ });

/** Draws around a part of the plot; places are shares of its width and height. */
async function lasso(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  const plot = plotOf(page);
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(corners[0]!));
  await page.mouse.down();
  for (const corner of corners.slice(1)) {
    await page.mouse.move(...at(corner), { steps: 5 });
  }
  await page.mouse.up();
}
const right = [[0.6, 0.1], [0.95, 0.1], [0.95, 0.9], [0.6, 0.9]] as const; // prettier-ignore

/** Customers that the dashboard's table of RFM segments counts. */
const tableRows = (page: Page) =>
  page.locator('[data-testid="data-testid Panel header Which RFM segments do they fall into?"]').getByRole('row');

test('a lasso is applied to the dashboard: variables, link, table and back button follow', async ({ page }) => {
  await page.goto(address);
  await expect(explorerOf(page).getByText(/\d[\d,]* customers · 6 clusters/)).toBeVisible();
  await lasso(page, right);
  const bar = explorerOf(page).getByRole('group', { name: 'Selection' });
  await expect(bar).toContainText('of those in view');
  const table = tableRows(page).filter({ hasText: 'Champions' });
  await expect(table.first()).toBeVisible();
  await bar.getByRole('button', { name: 'Apply to dashboard' }).click();
  const least = new URL(page.url()).searchParams.get('var-x_min');
  expect(Number(least)).toBeGreaterThan(20);
  expect(new URL(page.url()).searchParams.get('var-x_field')).toBe('rfm.recency');
  // Champions bought lately: none of them lies on the right.
  await expect(table).toHaveCount(0);
  await page.reload();
  await expect(explorerOf(page).getByText('Dashboard is narrowed – reset')).toBeVisible();
  await expect(table).toHaveCount(0);
  expect(page.url()).not.toMatch(/customer-\d|@/);
  await page.goBack();
  await expect(table.first()).toBeVisible();
});

/** The first whole number of a text, without separators. */
const numberIn = (text: string): number => Number(/\d[\d,]*/.exec(text)![0].replaceAll(',', ''));
const customersOf = async (page: Page): Promise<number> =>
  numberIn(
    await page
      .locator('[data-testid="data-testid Panel header How many customers?"]')
      .getByText(/^[\d,]+$/)
      .first()
      .innerText()
  );

test('a lasso that is no rectangle narrows other panels to exactly who is in it', async ({ page }) => {
  await page.goto(address);
  const explorer = explorerOf(page);
  await expect(explorer.getByText(/\d[\d,]* customers · 6 clusters/)).toBeVisible();
  const all = await customersOf(page);
  await lasso(page, [[0.2, 0.15], [0.9, 0.5], [0.3, 0.55], [0.25, 0.9]]); // prettier-ignore
  const bar = explorer.getByRole('group', { name: 'Selection' });
  const selected = numberIn(await bar.getByRole('definition').first().innerText());
  expect(selected).toBeGreaterThan(10);
  expect(selected).toBeLessThan(all);
  await bar.getByRole('button', { name: 'Apply to dashboard' }).click();
  expect(new URL(page.url()).searchParams.get('var-outline')).toMatch(/^\(rfm\.log100_monetary:\[\d+ TO \d+\}/);
  await expect.poll(() => customersOf(page)).toBe(selected);
  await expect(bar.getByText(/^Other panels/)).toHaveCount(0);
});

test('full mode shows those of the run who pass the dashboard’s filters, and follows them', async ({ page }) => {
  await page.goto(`${address}?var-grade=VIP`);
  const explorer = explorerOf(page);
  await explorer.getByRole('radio', { name: 'Full' }).click({ force: true });
  const said = explorer.getByText(/those of the run’s [\d,]+ who pass the dashboard’s filters/);
  await expect(said).toBeVisible();
  const vips = await customersOf(page);
  expect(numberIn(await said.innerText())).toBe(vips);
  await page.evaluate(() =>
    window.history.pushState({}, '', window.location.href.replace('var-grade=VIP', 'var-grade=VVIP'))
  );
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  await expect.poll(async () => numberIn(await said.innerText())).not.toBe(vips);
  await expect.poll(async () => numberIn(await said.innerText())).toBe(await customersOf(page));
});

test('every customer comes in full mode, on any axis, and a selection leads to a customer and a saved segment', async ({
  page,
}) => {
  await page.goto(address);
  const explorer = explorerOf(page);
  await explorer.getByRole('radio', { name: 'Full' }).click({ force: true });
  await expect(explorer.getByText(/the whole run|those of the run’s/)).toBeVisible();
  const mean = await plotOf(page).evaluate((plot) => {
    const canvas = plot.parentElement!.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });
  expect(mean).toBeGreaterThan(100);
  await explorer.getByRole('combobox', { name: 'Scale of Y' }).click();
  await page.getByRole('option', { name: 'asinh' }).click();
  await expect(plotOf(page)).toHaveAccessibleName(/Net spend \(asinh\)/);
  await explorer.getByRole('combobox', { name: 'X', exact: true }).click();
  await page.getByRole('option', { name: 'PCA 1' }).click();
  await expect(plotOf(page)).toHaveAccessibleName(/^Customers by PCA 1 and/);
  await lasso(page, right);
  await explorer.getByRole('button', { name: 'Drill down' }).click();
  await expect(explorer.getByText(/customers by their own values/)).toBeVisible();
  await explorer.getByRole('button', { name: /^C-/ }).first().click();
  await expect(explorer.getByText('Spend by quarter')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await explorer.getByRole('button', { name: 'Save segment…' }).click();
  const name = `Lasso ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save segment', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toContain('var-saved_segment=');
  await explorer.getByRole('button', { name: 'Saved segments' }).click();
  await expect(explorer.getByText(name, { exact: true })).toBeVisible();
  await explorer.getByRole('button', { name: `Delete ${name}` }).click();
  await explorer.getByRole('button', { name: 'Delete segment' }).click();
  await expect(explorer.getByText(name, { exact: true })).toHaveCount(0);
});

/** What the data source answers to the explorer's own queries; the rest of the page is left alone. */
async function answerQueries(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/api/ds/query*', async (route) => {
    const asked = route.request().postData() ?? '';
    await (asked.includes('log100_recency') || asked.includes(indices.segments.name)
      ? answer(route)
      : route.continue());
  });
}
const stateOf = (page: Page) =>
  page
    .locator('[data-testid="data-testid Panel header Where do customers stand?"]')
    .getByTestId(testIds.panelState.root);
const frames = (fields: object[], values: unknown[][]): object => ({
  results: { A: { status: 200, frames: [{ schema: { refId: 'A', fields }, data: { values } }] } },
});
const number = { type: 'number', typeInfo: { frame: 'float64', nullable: true } };
const cells = (recency: string[]): object =>
  frames(
    [
      { name: 'cluster', type: 'string' },
      { name: 'rfm.log100_recency', type: 'string' },
      { name: 'rfm.log100_monetary', ...number },
      { name: 'Count', ...number },
    ],
    [recency.map(() => '0'), recency, recency.map(() => 600), recency.map(() => 5)]
  );

test.describe('the explorer’s states', () => {
  test('refreshing keeps the old data', async ({ page }) => {
    await page.goto(address);
    await expect(stateOf(page)).toHaveAttribute('data-state', 'ready');
    await answerQueries(page, async () => undefined);
    await page.evaluate(() => window.history.pushState({}, '', `${window.location.href}&var-grade=VIP`));
    await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
    await expect(stateOf(page)).toHaveAttribute('data-state', 'refreshing');
    await expect(explorerOf(page)).toBeVisible();
  });

  test('empty says why, and clears the filters', async ({ page }) => {
    await page.goto(`${address}?var-x_min=99999`);
    await expect(stateOf(page)).toHaveAttribute('data-state', 'empty');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(stateOf(page)).toHaveAttribute('data-state', 'ready');
  });

  test('error says what to do', async ({ page }) => {
    await answerQueries(page, (route) => route.fulfill({ status: 502, json: { message: 'no living connections' } }));
    await page.goto(address);
    await expect(stateOf(page)).toHaveAttribute('data-state', 'error');
  });

  test('misconfigured lists the roles', async ({ page }) => {
    await answerQueries(page, (route) => route.fulfill({ json: frames([{ name: 'age', ...number }], [[40, 50]]) }));
    await page.goto(address);
    await expect(stateOf(page)).toHaveAttribute('data-state', 'misconfigured');
    await expect(stateOf(page).getByRole('row', { name: /Vertical axis/ })).toContainText('missing');
  });

  test('partial and constant are said beside the data', async ({ page }) => {
    await page.route('**/points**', (route) =>
      route.fulfill({ status: 422, json: { detail: 'The run is too large.' } })
    );
    await answerQueries(page, (route) => route.fulfill({ json: cells(['100']) }));
    await page.goto(address);
    await expect(page.getByText(/Days since last order \(log\) is the same for all/)).toBeVisible();
    await explorerOf(page).getByRole('radio', { name: 'Full' }).click({ force: true });
    await expect(page.getByText('Every customer cannot be shown: The run is too large.')).toBeVisible();
  });

  test('stale says how old the segments are', async ({ page }) => {
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    await page.goto(address);
    await expect(page.getByText(/Segments were computed 3 days ago/).first()).toBeVisible();
  });
});

test.describe('as a viewer', () => {
  test.use({ storageState: async ({}, use) => use((await import('../stack/target')).target.storageState('viewer')) }); // eslint-disable-line no-empty-pattern -- Playwright reads the pattern

  test('export is absent, reading and saving one’s own are not', async ({ page }) => {
    await page.goto(address);
    await explorerOf(page).getByRole('button', { pressed: false, name: /%/ }).first().click();
    const bar = explorerOf(page).getByRole('group', { name: 'Selection' });
    await expect(bar.getByRole('button', { name: 'Save segment…' })).toBeVisible();
    await expect(bar.getByRole('button', { name: /Export/ })).toHaveCount(0);
  });
});
