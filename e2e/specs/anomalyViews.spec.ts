import { expect, test } from '../fixtures';

test.describe('map, timeline and drawer of the anomaly table', () => {
  test('a marker marks its rows, and “Search this area” narrows the table in the address', async ({
    anomalyOperations,
    page,
  }) => {
    await anomalyOperations.open();
    const map = page.getByRole('group', { name: /^Map of/ });
    await map.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(anomalyOperations.table.locator('[role="row"][aria-current="true"]').first()).toBeVisible();
    await page.getByRole('button', { name: 'Search this area' }).click();
    await expect(page.getByText(/rows, in the area of the map/)).toBeVisible();
    await expect(page).toHaveURL(/var-area=/);
    await page.reload();
    await expect(page.getByText(/rows, in the area of the map/)).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page).not.toHaveURL(/var-area=/);
  });

  test('a row opens beside the table by key, with its customer’s history, and gives the focus back', async ({
    anomalyOperations,
    page,
  }) => {
    await anomalyOperations.openPage();
    const customer = await anomalyOperations.customerOf(anomalyOperations.rows.first());
    const cell = anomalyOperations.rows.first().locator('[role="gridcell"]').nth(1);
    await cell.click();
    await page.keyboard.press('d');
    const drawer = page.getByRole('complementary', { name: customer });
    await expect(drawer).toBeFocused();
    await expect(drawer.getByRole('heading', { name: /How did spend and scores go/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(cell).toBeFocused();
  });

  test('map and timeline can be read as tables', async ({ anomalyOperations, page }) => {
    await anomalyOperations.openPage();
    for (const name of ['Where', 'Score over time']) {
      await page.getByRole('region', { name }).getByRole('button', { name: 'Show as table' }).click();
    }
    await expect(page.getByRole('table', { name: 'Anomalies by country' }).getByRole('row')).not.toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Scores and acts, newest first' }).getByRole('row')).not.toHaveCount(
      0
    );
  });
});
