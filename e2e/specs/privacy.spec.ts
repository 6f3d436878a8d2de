import type { Locator } from '@playwright/test';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';
import { expect, test } from '../fixtures';
import { target } from '../stack/target';

test('a reveal needs a reason, shows the original, and is in the record', async ({ anomalyOperations, page }) => {
  await anomalyOperations.openPage();
  const customer = await anomalyOperations.customerOf(anomalyOperations.rows.first());
  await page.goto('/a/spendscope-insights-app/privacy');
  const token: Locator = page.getByRole('textbox', { name: /^Token/ }).first();
  await token.fill(customer);
  await page.getByRole('button', { name: 'Reveal and record' }).click();
  await expect(page.getByText('Choose a reason.')).toBeVisible();

  await page.getByRole('combobox', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Customer asked for it' }).click();
  const why = `Call back ${Date.now()}`;
  await page.getByRole('textbox', { name: /Why do you have to know/ }).fill(why);
  await page.getByRole('button', { name: 'Reveal and record' }).click();
  await expect(page.getByText(`Behind ${customer}`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Reveals' }).getByRole('row').filter({ hasText: why })).toContainText(
    customer
  );
  expect(page.url()).not.toContain(customer);
  await page.getByRole('button', { name: 'Hide it now' }).click();
  await expect(page.getByText(`Behind ${customer}`)).toHaveCount(0);
});

test('an erasure counts first, and its button wants the token typed', async ({ anomalyOperations, page }) => {
  await anomalyOperations.openPage();
  const customer = await anomalyOperations.customerOf(anomalyOperations.rows.first());
  await page.goto('/a/spendscope-insights-app/privacy');
  await page
    .getByRole('textbox', { name: /^Token/ })
    .last()
    .fill(customer);
  await page.getByRole('button', { name: 'Count what would be erased' }).click();
  const counts = page.getByRole('table', { name: 'Documents by index' });
  await expect(counts.getByRole('row').nth(1)).toContainText(/\d/);
  await page.getByRole('button', { name: `Erase ${customer}…` }).click();
  const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase this person' });
  await expect(erase).toBeDisabled();
  await page.getByRole('dialog').getByRole('textbox').fill(customer);
  await expect(erase).toBeEnabled();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(counts).toBeVisible();
});

test.describe('as an operator', () => {
  test.use({ storageState: target.storageState('operator') });

  test('finds no page of originals', async ({ page }) => {
    await page.goto('/a/spendscope-insights-app/privacy');
    await expect(page.getByTestId(testIds.privacy.root)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Reveal and record' })).toHaveCount(0);
  });
});
