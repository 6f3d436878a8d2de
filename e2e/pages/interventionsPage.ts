import type { Locator, Page } from '@playwright/test';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';

/** The inbox, what is in force, and the history, as a person uses them. */
export class InterventionsPage {
  readonly detail: Locator;

  constructor(private readonly page: Page) {
    this.detail = page.getByTestId(testIds.interventions.detail);
  }

  async open(tab: 'waiting' | 'active' | 'history' = 'waiting', query = ''): Promise<void> {
    await this.page.goto(`/a/spendscope-insights-app/interventions?tab=${tab}${query}`);
    await this.page.getByTestId(testIds.interventions.root).waitFor();
  }

  /** The waiting request on the customer. */
  requestOn(customer: string): Locator {
    return this.page.getByRole('button').filter({ hasText: customer });
  }

  rowOf(customer: string): Locator {
    return this.page.getByRole('row').filter({ hasText: customer });
  }
}
