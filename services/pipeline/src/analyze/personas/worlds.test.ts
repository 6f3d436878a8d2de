import type { WorldName } from '../../generate/columns';
import { loadWorld } from '../../testing/loadWorld';
import { TestWorkspace } from '../../testing/workspace';
import { inactivityRule } from '../churn/inactivityRule';
import { loadCustomerTable } from '../customerTable';
import { segmentCustomers } from '../segmentCustomers';
import { createSpendView } from '../spendView';
import { assignPersonas } from './assignPersonas';

const timeZone = 'Asia/Seoul';

it.each<WorldName>(['card', 'play', 'commerce'])(
  'gives no cluster of a generated %s world a name whose rule does not hold, and no name twice',
  async (world) => {
    const workspace = new TestWorkspace();
    const { store } = await loadWorld(workspace, world, { users: 2_000, transactions: 30_000, seed: 5 });
    try {
      await createSpendView(store, timeZone);
      const table = await loadCustomerTable(store, { kind: 'transactions', timeZone });
      const { clusters } = segmentCustomers(table, inactivityRule(table), { k: 6, seed: 1 });
      const personas = assignPersonas(clusters);
      expect(personas.filter(({ broken }) => broken)).toEqual([]);
      expect(new Set(personas.map(({ key }) => key)).size).toBe(6);
    } finally {
      store.close();
      workspace.remove();
    }
  },
  60_000
);
