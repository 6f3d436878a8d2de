import { test as base } from '@grafana/plugin-e2e';
import { AnomalyOperations } from './pages/anomalyOperations';

interface Pages {
  anomalyOperations: AnomalyOperations;
}

export const test = base.extend<Pages>({
  anomalyOperations: async ({ page }, use) => use(new AnomalyOperations(page)),
});
export { expect } from '@grafana/plugin-e2e';
