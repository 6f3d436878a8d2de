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

test('the addresses of an operator are counted, and erased with a receipt that says that the chain is whole', async ({
  browser,
  page,
}) => {
  const context = await browser.newContext({ storageState: target.storageState('operator'), baseURL: target.url });
  const asked = await context.request.post('/api/plugin-proxy/spendscope-insights-app/v1/interventions?dryRun=true', {
    headers: { 'Content-Type': 'application/json' },
    data: { action: 'lock_account', target: { type: 'account', id: 'C-0000000001' }, reasonCode: 'policy' },
  });
  expect(asked.status()).toBe(200);
  await context.close();
  await page.goto('/a/spendscope-insights-app/privacy');
  const section = page.getByRole('region', { name: 'How are the addresses of an operator erased?' });
  await section.getByRole('textbox', { name: /^Login/ }).fill('operator');
  await section.getByRole('button', { name: 'Count the records with an address' }).click();
  await expect(section.getByRole('row').nth(1)).toContainText(/[1-9]/);
  await section.getByRole('button', { name: 'Erase the addresses of operator…' }).click();
  const dialog = page.getByRole('dialog');
  const erase = dialog.getByRole('button', { name: 'Erase the addresses' });
  await expect(erase).toBeDisabled();
  await dialog.getByRole('textbox').fill('operator');
  await erase.click();
  await expect(section).toContainText('Addresses erased: operator');
  await expect(section).toContainText('verified, whole');
  await section.getByRole('textbox', { name: /^Login/ }).fill('operator');
  await section.getByRole('button', { name: 'Count the records with an address' }).click();
  await expect(section).toContainText('No address of operator is stored');
});

test.describe('as an operator', () => {
  test.use({ storageState: target.storageState('operator') });

  test('finds no page of originals', async ({ page }) => {
    await page.goto('/a/spendscope-insights-app/privacy');
    await expect(page.getByTestId(testIds.privacy.root)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Reveal and record' })).toHaveCount(0);
  });
});
