import { expect, test } from '../fixtures';
import { target } from '../stack/target';

test.describe('as an admin', () => {
  test('locks an account from the dashboard, finds the act in the audit log, and releases it', async ({
    anomalyOperations,
    page,
  }) => {
    await anomalyOperations.open();
    const customer = await anomalyOperations.customerOf(anomalyOperations.freeRow);
    await anomalyOperations.lock(anomalyOperations.rowOf(customer));
    const row = anomalyOperations.rowOf(customer);
    await expect(row).toContainText(/locked/);

    await page.goto('/a/spendscope-insights-app/audit');
    const log = page.getByRole('table');
    await expect(log.getByRole('row').filter({ hasText: customer }).first()).toContainText(/Lock account/);
    await page.getByRole('button', { name: 'Verify chain' }).click();
    await expect(page.getByText(/The chain is whole, over \d+ blocks/)).toBeVisible();

    // By customer: what the feed brings meanwhile may push the row out of what the table holds.
    await anomalyOperations.open(`&var-user=${customer}`);
    await anomalyOperations
      .rowOf(customer)
      .getByRole('button', { name: /^Release/ })
      .click();
    await anomalyOperations.dialog.getByRole('combobox', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Customer asked for it' }).click();
    await anomalyOperations.dialog.getByRole('button', { name: /^Release/ }).click();
    await expect(anomalyOperations.rowOf(customer).getByRole('button', { name: /^Lock/ })).toBeVisible();
    await expect(anomalyOperations.rowOf(customer)).not.toContainText(/locked/);
  });

  test('is told when somebody else acted meanwhile, and confirms anew without writing anything again', async ({
    anomalyOperations,
    page,
  }) => {
    await anomalyOperations.open();
    const customer = await anomalyOperations.customerOf(anomalyOperations.freeRow);
    await anomalyOperations.rowOf(customer).getByRole('button', { name: /^Lock/ }).click();
    const { dialog } = anomalyOperations;
    await dialog.getByRole('combobox', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Account takeover' }).click();
    await dialog.getByRole('textbox', { name: /Comment/ }).fill('Called back.');
    const meanwhile = await page.request.post('/api/plugin-proxy/spendscope-insights-app/v1/interventions', {
      headers: { 'Idempotency-Key': `meanwhile-${Date.now()}`, 'Content-Type': 'application/json' },
      data: {
        action: 'require_extra_auth',
        target: { type: 'account', id: customer },
        reasonCode: 'policy',
        durationSec: 60,
      },
    });
    expect(meanwhile.status()).toBe(201);
    await dialog.getByRole('button', { name: /^Lock/ }).click();
    await expect(dialog).toContainText('It changed meanwhile: look at it again');
    await expect(dialog).toContainText('extra auth');
    await expect(dialog.getByRole('textbox', { name: /Comment/ })).toHaveValue('Called back.');
    await dialog.getByRole('button', { name: /^Lock/ }).click();
    await expect(dialog).toHaveCount(0);
    await expect(anomalyOperations.rowOf(customer)).toContainText(/locked/);
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(anomalyOperations.rowOf(customer)).not.toContainText(/locked/);
  });

  test('cannot confirm without a reason', async ({ anomalyOperations }) => {
    await anomalyOperations.open();
    const row = anomalyOperations.freeRow;
    const customer = await anomalyOperations.customerOf(row);
    await row.getByRole('button', { name: /^Lock/ }).click();
    await anomalyOperations.dialog.getByRole('button', { name: /^Lock/ }).click();
    await expect(anomalyOperations.dialog).toContainText('Choose a reason.');
    await anomalyOperations.dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(anomalyOperations.rowOf(customer)).not.toContainText(/locked/);
  });
});

test.describe('as a viewer', () => {
  test.use({ storageState: target.storageState('viewer') });

  test('sees the table without a button that acts, and why', async ({ anomalyOperations, page }) => {
    await anomalyOperations.open();
    await expect(anomalyOperations.table.getByRole('button', { name: /^(Lock|Block|Release)/ })).toHaveCount(0);
    await expect(page.getByText(/View only/)).toBeVisible();
  });

  test('is refused by the server when the button is gone round', async ({ page }) => {
    const answer = await page.request.post('/api/plugin-proxy/spendscope-insights-app/v1/interventions', {
      headers: { 'Idempotency-Key': 'viewer-tries', 'Content-Type': 'application/json' },
      data: { action: 'lock_account', target: { type: 'account', id: 'C-0000000001' }, reasonCode: 'policy' },
    });
    expect(answer.status()).toBe(403);
  });

  test('is told which right the audit page needs', async ({ page }) => {
    const answer = await page.request.get('/api/plugin-proxy/spendscope-insights-app/v1/audit/records');
    expect(answer.status()).toBe(403);
  });
});

test.describe('as an operator', () => {
  test.use({ storageState: target.storageState('operator') });

  test('asks for a lock, which waits for an admin and locks nothing by itself', async ({ page }) => {
    const create = await page.request.post('/api/plugin-proxy/spendscope-insights-app/v1/interventions', {
      headers: { 'Idempotency-Key': `operator-${Date.now()}`, 'Content-Type': 'application/json' },
      data: { action: 'lock_account', target: { type: 'account', id: 'C-0000000001' }, reasonCode: 'policy' },
    });
    expect(create.status()).toBe(202);
    const { intervention } = (await create.json()) as { intervention: { id: string; state: string } };
    expect(intervention.state).toBe('pending_approval');
    const approve = await page.request.post(
      `/api/plugin-proxy/spendscope-insights-app/v1/approvals/${intervention.id}`,
      { headers: { 'Idempotency-Key': `self-${intervention.id}`, 'Content-Type': 'application/json' }, data: {} }
    );
    expect(approve.status()).toBe(403);
  });
});
