import type { Page } from '@playwright/test';
import type { SavedSegmentList } from '@spendscope/contracts';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';
import { expect, test } from '../fixtures';

const app = '/a/spendscope-insights-app';
const pageOf = (page: Page, part: 'segments' | 'personas' | 'customers') => page.getByTestId(testIds[part].root);
const token = /^C-[0-9A-Z]{10}$/;

test.describe('Segments', () => {
  test('a segment leads to its customers, a customer to all that is known of them; the back button and a link follow', async ({
    page,
  }) => {
    await page.goto(`${app}/segments`);
    const segments = pageOf(page, 'segments');
    const table = segments.getByRole('table', { name: 'Segments' });
    await expect(table.getByRole('row')).toHaveCount(7);
    const first = table.getByRole('button', { name: /^Who is in/ }).first();
    const name = (await first.innerText()).trim();
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(segments.getByRole('heading', { name: `Who is in ${name}?` })).toBeVisible();
    expect(page.url()).toContain('cluster=');
    await page.reload();
    const customer = segments.getByRole('button', { name: token }).first();
    const opened = (await customer.innerText()).trim();
    await customer.click();
    await expect(page.getByRole('heading', { level: 1, name: opened })).toBeVisible();
    await page.goBack();
    await expect(segments.getByRole('heading', { name: `Who is in ${name}?` })).toBeVisible();
    await segments.getByRole('button', { name: 'Close' }).click();
    await expect(segments.getByRole('heading', { name: /^Who is in/ })).toHaveCount(0);
  });

  test('the target segment’s filters lead to who they are, and are saved under a name', async ({ page }) => {
    await page.goto('/d/target-segment');
    const link = page.getByRole('link', { name: 'Who are they? Save them' });
    await expect(link).toHaveAttribute('href', /var-region=Gyeonggi/);
    await page.goto((await link.getAttribute('href'))!);
    const traits = 'gold, 40s, Seoul or Gyeonggi, with school-age children';
    await expect(page.getByRole('heading', { name: `Who is in ${traits}?` })).toBeVisible();
    await page.getByRole('button', { name: 'Save as a segment' }).click();

    const name = `Target ${Date.now()}`;
    await expect(page.getByLabel('Name')).toHaveValue(traits);
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Save segment' }).click();
    await expect(page).toHaveURL(/saved=/);
    await expect(page.getByRole('heading', { name: `Who is in ${name}?` })).toBeVisible();
    const { items } = (await (
      await page.request.get('/api/plugin-proxy/spendscope-insights-app/v1/segments/saved')
    ).json()) as SavedSegmentList;
    const saved = items.find((item) => item.name === name)!;
    expect(saved).toMatchObject({ kind: 'filter', selection: { steps: [] } });
    expect(saved.now!.count.value).toBe(saved.frozenCount);
    expect(saved.frozenCount).toBeGreaterThan(0);
  });

  test('an API that is away is said, with the way on', async ({ page }) => {
    await page.route('**/v1/segments', (route) =>
      route.fulfill({ status: 503, json: { detail: 'The store is away.' } })
    );
    await page.goto(`${app}/segments`);
    await expect(page.getByText('The store is away.')).toBeVisible();
    await page.unroute('**/v1/segments');
    await page
      .getByRole('button', { name: /again|retry/i })
      .first()
      .click();
    await expect(page.getByRole('table', { name: 'Segments' })).toBeVisible();
  });

  test('before the first analysis the page says how to make one', async ({ page }) => {
    await page.route('**/v1/segments', (route) => route.fulfill({ json: { segments: [] } }));
    await page.goto(`${app}/segments`);
    await expect(page.getByText(/Run: spendscope analyze/)).toBeVisible();
  });
});

test.describe('Personas', () => {
  test('shows every card, that nothing is spent, and what a model would be told: figures of the group only', async ({
    page,
  }) => {
    await page.goto(`${app}/personas`);
    const personas = pageOf(page, 'personas');
    await expect(personas.getByRole('article')).toHaveCount(6);
    await expect(personas.getByText('Rule-based texts only')).toBeVisible();
    const told = personas.getByLabel('Body of the request');
    await expect(told).toContainText('<facts>');
    expect(await told.innerText()).not.toMatch(/C-[0-9A-Z]{10}/);
    const before = await told.innerText();
    await personas.getByRole('combobox', { name: 'Persona' }).click();
    await page.getByRole('option').nth(2).click();
    await expect(told).not.toHaveText(before);
    expect(page.url()).toContain('persona=');
    await personas.getByRole('radio', { name: 'As it is sent' }).click({ force: true });
    expect(JSON.parse(await told.innerText())).toHaveProperty('user');
  });

  test('shows budget and request of a configured model', async ({ page }) => {
    const today = { calls: 190, callsPerDay: 200, tokens: 300_000, tokensPerDay: 300_000 };
    await page.route('**/v1/personas', async (route) => {
      const answer = await route.fetch();
      const writer = { on: true, provider: 'gemini', model: 'model-1', locale: 'en', circuit: 'closed', today };
      await route.fulfill({ json: { ...((await answer.json()) as object), writer } });
    });
    await page.goto(`${app}/personas`);
    await expect(page.getByRole('meter', { name: 'Requests today' })).toHaveAttribute('aria-valuetext', '190 of 200');
    await expect(page.getByRole('meter', { name: 'Tokens today' })).toHaveAttribute('aria-valuetext', /spent/);
  });
});

test.describe('Customer 360', () => {
  test('an anomaly leads to the customer, who is locked there and released there', async ({
    page,
    anomalyOperations,
  }) => {
    await anomalyOperations.openPage();
    const customer = await anomalyOperations.customerOf(anomalyOperations.freeRow);
    await anomalyOperations.freeRow.getByRole('link', { name: customer }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
    const one = pageOf(page, 'customers');
    await expect(one.getByRole('img', { name: /^Spend of \d+ quarters, \d+ scores/ })).toBeVisible();
    await expect(one.getByRole('heading', { name: 'How likely to leave, and why?' })).toBeVisible();

    await one.getByRole('button', { name: 'Lock account' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/account/).first()).toBeVisible();
    await dialog.getByRole('combobox', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Account takeover' }).click();
    await dialog.getByRole('button', { name: /^Lock/ }).click();
    const alert = one.getByText(/^Lock account: in force, until/);
    await expect(alert).toBeVisible();
    await expect(one.getByRole('button', { name: 'Lock account' })).toHaveCount(0);
    await expect(one.getByRole('table', { name: 'Acts on this account' })).toContainText('locked');

    await one.getByRole('button', { name: 'Release' }).first().click();
    await dialog.getByRole('combobox', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Customer asked for it' }).click();
    await dialog.getByRole('button', { name: 'Release' }).click();
    await expect(alert).toHaveCount(0);
    await expect(one.getByRole('table', { name: 'Acts on this account' })).toContainText('released');
    await one.getByRole('button', { name: 'Show as table' }).click();
    await expect(one.getByRole('table', { name: 'History' })).toContainText('Lock account');
  });

  test('a token leads to a customer, one of nobody to a way on', async ({ page }) => {
    await page.goto(`${app}/customers`);
    await page.getByRole('button', { name: 'Show this customer' }).click();
    await expect(page.getByText(/^Enter a token/)).toBeVisible();
    await page.getByRole('textbox', { name: /^Token/ }).fill('C-0000000000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing is known of C-0000000000')).toBeVisible();
    await page.getByRole('link', { name: 'Choose another customer' }).click();
    await page.getByRole('button', { name: token }).first().click();
    await expect(page.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  });

  test('reasons to leave are said in words with values', async ({ page }) => {
    await page.goto(`${app}/customers`);
    await page.getByRole('button', { name: token }).first().click();
    const why = page.getByRole('list', { name: 'Why' });
    await expect(why.or(page.getByText('Nothing raises it.')).first()).toBeVisible();
    expect(await why.innerText()).not.toMatch(/[a-z]_[a-z]/);
  });
});

test.describe('as a viewer', () => {
  test.use({ storageState: async ({}, use) => use((await import('../stack/target')).target.storageState('viewer')) }); // eslint-disable-line no-empty-pattern -- Playwright reads the pattern

  test('a customer is read only: no act, no reveal, and the missing right is named', async ({ page }) => {
    await page.goto(`${app}/customers`);
    await page.getByRole('button', { name: token }).first().click();
    const one = pageOf(page, 'customers');
    await expect(one.getByText(/needs the right interventions:create/).first()).toBeVisible();
    await expect(one.getByRole('button', { name: 'Lock account' })).toHaveCount(0);
    await expect(one.getByRole('link', { name: 'Reveal identity…' })).toHaveCount(0);
  });
});
