import { ModelRegistry, folderStore, modelsFolder } from '@spendscope/registry';
import { expect, test } from '../fixtures';
import { ModelsPage } from '../pages/modelsPage';
import { target } from '../stack/target';

const registry = (): ModelRegistry => new ModelRegistry(folderStore(modelsFolder(target.stateDir)));

test('an operator asks for another live model, who asked cannot approve, an admin does, and both are in the history', async ({
  browser,
  page,
}) => {
  // As a run that only offers its model leaves it: beside the live one.
  const live = (await registry().head('churn')).live!;
  const { content_hash: _hash, ...content } = await registry().readRef(live);
  const { version } = await registry().save('churn', { ...content, card: { ...content.card, seed: Date.now() } });

  const context = await browser.newContext({ storageState: target.storageState('operator'), baseURL: target.url });
  const operator = new ModelsPage(await context.newPage());
  await operator.open();
  await expect(operator.section('Churn')).toContainText(`Live: ${live.version}`);
  const reason = `Finds more of those who left (${version}).`;
  await operator.ask('Churn', version, reason);
  await expect(operator.section('Churn')).toContainText(/another person must approve it/);
  await expect(operator.section('Churn').getByRole('button', { name: /Approve/ })).toHaveCount(0);

  // Past the page, too: the service refuses the same person's approval.
  const { items } = await (await context.request.get('/api/plugin-proxy/spendscope-insights-app/v1/models')).json();
  const { requests } = items.find(({ name }: { name: string }) => name === 'churn');
  const own = requests.find((request: { version: string }) => request.version === version);
  const refused = await context.request.post(
    `/api/plugin-proxy/spendscope-insights-app/v1/models/churn/requests/${own.id}`,
    {
      data: { decision: 'approve', payloadHash: own.payload_hash },
      headers: { 'Idempotency-Key': `e2e-own-${version}` },
    }
  );
  expect([refused.status(), (await refused.json()).code]).toEqual([403, 'self_approval']);
  expect((await registry().head('churn')).live).toEqual(live);

  const admin = new ModelsPage(page);
  await admin.open();
  await admin
    .section('Churn')
    .getByRole('alert')
    .filter({ hasText: version })
    .getByRole('button', { name: 'Approve or reject…' })
    .click();
  await expect(admin.dialog).toContainText(reason);
  await admin.dialog.getByRole('button', { name: 'Approve: make it live' }).click();
  await expect(admin.section('Churn')).toContainText(`Live: ${version}`);
  const entry = admin.section('Churn').getByRole('row').filter({ hasText: reason });
  await expect(entry).toContainText('operator, approved by admin');
  expect((await registry().head('churn')).live?.version).toBe(version);

  // As it was: back to the version before, by the same two people.
  await admin
    .section('Churn')
    .getByRole('button', { name: `Roll back to ${live.version}…` })
    .click();
  await admin.dialog.getByRole('textbox', { name: /Why/ }).fill('The exercise is over.');
  await admin.dialog.getByRole('button', { name: 'Ask to roll back' }).click();
  await expect(admin.dialog).toHaveCount(0);
  await operator.open();
  await operator.section('Churn').getByRole('button', { name: 'Approve or reject…' }).click();
  await operator.dialog.getByRole('button', { name: 'Approve: make it live' }).click();
  await expect(operator.section('Churn')).toContainText(`Live: ${live.version}`);
  await context.close();
});

test.describe('as a viewer', () => {
  test.use({ storageState: target.storageState('viewer') });

  test('sees what is live and its history, and can ask for nothing', async ({ page }) => {
    const models = new ModelsPage(page);
    await models.open();
    await expect(models.section('Churn').getByRole('table', { name: 'History of Churn' })).toContainText('Trained');
    await expect(models.root).toContainText('Asking for another live version needs the right models:operate.');
    for (const button of await models.root.getByRole('button', { name: /^(Promote|Roll back)/ }).all()) {
      await expect(button).toBeDisabled();
    }
  });
});
