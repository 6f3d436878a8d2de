import type { Locator, Page } from '@playwright/test';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';

/** The anomaly table, as a person uses it. */
export class AnomalyOperations {
  readonly table: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByTestId(testIds.anomalyTable.root);
    this.dialog = page.getByRole('dialog');
  }

  async open(query = ''): Promise<void> {
    // Everything that the demo holds: the feed may not have brought an anomaly into the last hours yet.
    await this.page.goto(`/d/anomaly-operations?from=now-1y&to=now&refresh=${query}`);
    await this.rows.first().waitFor();
  }

  /** The same table on the app’s own page, over all that the demo holds. */
  async openPage(query = ''): Promise<void> {
    await this.page.goto(`/a/spendscope-insights-app/anomalies?hours=8760${query}`);
    await this.rows.first().waitFor();
  }

  get rows(): Locator {
    return this.table.getByRole('row').filter({ hasText: /C-[0-9A-Z]{10}/ });
  }

  /** The first row of a customer on whom nothing is in force. */
  get freeRow(): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: /^Lock/ }) }).first();
  }

  async customerOf(row: Locator): Promise<string> {
    const text = await row.innerText();
    return /C-[0-9A-Z]{10}/.exec(text)![0];
  }

  rowOf(customer: string): Locator {
    return this.rows.filter({ hasText: customer }).first();
  }

  /** Asks for a lock in the dialog and confirms it. */
  async lock(row: Locator): Promise<void> {
    await row.getByRole('button', { name: /^Lock/ }).click();
    await this.dialog.waitFor();
    await this.dialog.getByRole('combobox', { name: /Reason/ }).click();
    await this.page.getByRole('option', { name: 'Account takeover' }).click();
    await this.dialog.getByRole('button', { name: /^Lock/ }).click();
  }
}
