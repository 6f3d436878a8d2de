import { setTimeout as wait } from 'node:timers/promises';
import type { Connector } from '../interventions/connector';
import type { SimulatorConfig } from './connectorFile';

/** Stands for a system that is not there yet: remembers in this process what it was told, with chosen delays and faults. */
export function simulatorConnector(name: string, config: Omit<SimulatorConfig, 'kind'>): Connector {
  const applied = new Set<string>();
  let state = config.seed ?? 1;
  // Park-Miller minimal standard generator (CACM 31, 1988): the same faults for the same seed.
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const answer = async (): Promise<void> => {
    await wait(config.latencyMs ?? 0);
    if (random() < (config.failShare ?? 0)) {
      throw new Error(`${name} fails on purpose.`);
    }
  };
  return {
    name,
    plan: async () => ({ effects: [`${name} only pretends.`] }),
    apply: async ({ id }) => {
      await answer();
      applied.add(id);
    },
    status: async ({ id }) => (applied.has(id) ? 'applied' : 'absent'),
    revert: async ({ id }) => {
      await answer();
      applied.delete(id);
    },
  };
}
