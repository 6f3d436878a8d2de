import type { Locator, Page } from '@playwright/test';
import { testIds } from '../../plugins/spendscope-app/src/shared/testIds';

/** The app's page of models. */
export class ModelsPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/a/spendscope-insights-app/models');
    await this.root.waitFor();
  }

  get root(): Locator {
    return this.page.getByTestId(testIds.models.root);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** One model's part of the page, by its name in words. */
  section(name: string): Locator {
    return this.root.getByRole('region', { name, exact: true });
  }

  async ask(name: string, version: string, reason: string): Promise<void> {
    await this.section(name)
      .getByRole('button', { name: `Promote ${version}…` })
      .click();
    await this.dialog.getByRole('textbox', { name: /Why/ }).fill(reason);
    await this.dialog.getByRole('button', { name: 'Ask to promote' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
