import { expect, test } from '../fixtures';
import { AnomalyOperations } from '../pages/anomalyOperations';
import { InterventionsPage } from '../pages/interventionsPage';
import { target } from '../stack/target';

test('an operator asks, another person approves on the page, the account is locked, and the audit shows both', async ({
  browser,
  anomalyOperations,
  interventionsPage,
  page,
}) => {
  const context = await browser.newContext({ storageState: target.storageState('operator'), baseURL: target.url });
  const operator = new AnomalyOperations(await context.newPage());
  await operator.openPage();
  const customer = await operator.customerOf(operator.freeRow);
  await operator.lock(operator.rowOf(customer));
  await expect(operator.rowOf(customer)).toContainText(/approval waiting/);

  // Whoever asked finds it under their own name, without a button to approve it.
  const inbox = new InterventionsPage(context.pages()[0]!);
  await operator
    .rowOf(customer)
    .getByRole('button', { name: /View request/ })
    .click();
  await expect(inbox.detail).toContainText(/nobody approves their own request/);
  await expect(inbox.detail.getByRole('button', { name: /^Approve/ })).toHaveCount(0);

  await interventionsPage.open();
  await interventionsPage.requestOn(customer).click();
  await expect(interventionsPage.detail).toContainText('operator');
  await interventionsPage.detail
    .getByRole('textbox', { name: /Comment/ })
    .fill('Called back, it was not the customer.');
  await interventionsPage.detail.getByRole('button', { name: 'Approve: Lock account' }).click();
  await expect(interventionsPage.detail.getByRole('list', { name: 'Steps' })).toContainText(/in force/);

  await anomalyOperations.openPage(`&user=${customer}`);
  await expect(anomalyOperations.rowOf(customer)).toContainText(/locked/);

  await page.goto(`/a/spendscope-insights-app/audit?target=${customer}`);
  const log = page.getByRole('table');
  const approval = log.getByRole('row').filter({ hasText: 'Approve' });
  await expect(approval.first()).toContainText('admin');
  const asked = log.getByRole('row').filter({ hasText: 'operator' });
  await expect(asked.first()).toContainText(/Lock account/);

  // As it was: released on the page, found in the history.
  await interventionsPage.open('active');
  await interventionsPage.rowOf(customer).getByRole('button', { name: 'Release' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Customer asked for it' }).click();
  await dialog.getByRole('button', { name: 'Release' }).click();
  await expect(dialog).toHaveCount(0);
  await interventionsPage.open('history', `&target=${customer}`);
  await expect(interventionsPage.rowOf(customer).first()).toContainText(/released/);
  await context.close();
});

test('the policy simulator says deny, with the right that is missing', async ({ page }) => {
  await page.goto('/a/spendscope-insights-app/policy');
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Viewer (analyst)' }).click();
  await page.getByRole('button', { name: 'What would the policy say?' }).click();
  await expect(page.getByText('What is missing: interventions:create.')).toBeVisible();
});

test.describe('as a viewer', () => {
  test.use({ storageState: target.storageState('viewer') });

  test('sees what waits without a way to decide, and no page of originals', async ({ page }) => {
    await page.goto('/a/spendscope-insights-app/interventions?tab=history');
    await expect(page.getByRole('tab', { name: /In force/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /Change the mode/ })).toHaveCount(0);
    const answer = await page.request.post('/api/plugin-proxy/spendscope-insights-app/v1/reveals', {
      headers: { 'Content-Type': 'application/json' },
      data: { token: 'C-0000000001', reasonCode: 'policy', comment: 'curious' },
    });
    expect(answer.status()).toBe(403);
  });
});
