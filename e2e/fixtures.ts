import { test as base } from '@grafana/plugin-e2e';
import { AnomalyOperations } from './pages/anomalyOperations';
import { InterventionsPage } from './pages/interventionsPage';

interface Pages {
  anomalyOperations: AnomalyOperations;
  interventionsPage: InterventionsPage;
}

export const test = base.extend<Pages>({
  anomalyOperations: async ({ page }, use) => use(new AnomalyOperations(page)),
  interventionsPage: async ({ page }, use) => use(new InterventionsPage(page)),
});
export { expect } from '@grafana/plugin-e2e';
