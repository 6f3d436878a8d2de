import { expect, test } from '../fixtures';

test('a label and a suppression are given in the table, listed on their page, and taken back there', async ({
  anomalyOperations,
  page,
}) => {
  await anomalyOperations.openPage();
  const customer = await anomalyOperations.customerOf(anomalyOperations.rows.first());
  const row = anomalyOperations.rowOf(customer);
  await row.getByRole('button', { name: `Label ${customer}` }).click();
  await page.getByRole('menuitem', { name: /^False positive/ }).click();
  await expect(row.getByRole('button', { name: `Label ${customer}: False positive` })).toBeVisible();

  await row.getByRole('button', { name: `Label ${customer}: False positive` }).click();
  await page.getByRole('menuitem', { name: /Suppress this customer/ }).click();
  await anomalyOperations.dialog.getByRole('combobox', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Customer asked for it' }).click();
  await anomalyOperations.dialog.getByRole('button', { name: 'Suppress for 7 days' }).click();
  await expect(anomalyOperations.dialog).toHaveCount(0);

  await page.goto('/a/spendscope-insights-app/feedback');
  const labels = page.getByRole('table', { name: 'Labels' });
  await expect(labels.getByRole('row').filter({ hasText: customer })).toContainText('False positive');
  const suppressed = page.getByRole('table', { name: 'Suppressions in force' });
  await expect(suppressed.getByRole('row').filter({ hasText: customer })).toContainText('Customer asked for it');

  await page.getByRole('button', { name: `End the suppression of ${customer}` }).click();
  await expect(page.getByRole('button', { name: `End the suppression of ${customer}` })).toHaveCount(0);
  await page.getByRole('button', { name: `Take back the label on ${customer}` }).click();
  await expect(page.getByRole('button', { name: `Take back the label on ${customer}` })).toHaveCount(0);
});
