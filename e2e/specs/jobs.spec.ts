import { expect, test } from '../fixtures';
import { target } from '../stack/target';

const path = '/a/spendscope-insights-app/jobs';

test('a job is run now, seen running, cancelled with a reason, and what became of it has an address', async ({
  page,
}) => {
  await page.goto(path);
  const jobs = page.getByRole('table', { name: 'Jobs' });
  const row = jobs.getByRole('row').filter({ hasText: 'nightly-analyze' });
  await row.getByRole('button', { name: 'Run nightly-analyze now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Why/ }).fill('The rates of today came in late.');
  await dialog.getByRole('button', { name: 'Run it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('Running');

  await row.getByRole('button', { name: 'Cancel the run of nightly-analyze' }).click();
  await dialog.getByRole('textbox', { name: /Why/ }).fill('It was a try.');
  await dialog.getByRole('button', { name: 'End the run' }).click();
  await expect(dialog).toHaveCount(0);
  const runs = page.getByRole('table', { name: 'Runs, newest first' });
  const run = runs.getByRole('row').filter({ hasText: 'nightly-analyze' }).first();
  await expect(run).toContainText('Cancelled');
  await expect(run).toContainText('as asked');

  await run.getByRole('button', { name: /^Open the run/ }).click();
  await expect(page).toHaveURL(/run=nightly-analyze\.asked-[0-9a-f]{16}/);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Run nightly-analyze\.asked-/ })).toBeVisible();
  await expect(page.getByText('Cancelled by')).toBeVisible();
});

test.describe('as a viewer', () => {
  test.use({ storageState: target.storageState('viewer') });

  test('jobs are seen, and neither started nor cancelled', async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('table', { name: 'Jobs' })).toContainText('nightly-analyze');
    await expect(page.getByText('View only. Changing this needs the right models:operate.')).toBeVisible();
    await expect(page.getByRole('button', { name: /Run .* now|Cancel the run/ })).toHaveCount(0);
  });
});
