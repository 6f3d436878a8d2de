import type { Connector } from '../interventions/connector';

/** Several connectors as one: applied in order, taken back in reverse, in force only where all of them say so. */
export function allOf(connectors: readonly Connector[]): Connector {
  const [only] = connectors;
  if (only && connectors.length === 1) {
    return only;
  }
  return {
    name: connectors.map((connector) => connector.name).join('+'),
    plan: async (intervention) => {
      const plans = await Promise.all(connectors.map((connector) => connector.plan(intervention)));
      return { effects: plans.flatMap((plan) => plan.effects) };
    },
    apply: async (intervention, traceparent) => {
      for (const connector of connectors) {
        await connector.apply(intervention, traceparent);
      }
    },
    status: async (intervention, traceparent) => {
      const statuses = await Promise.all(connectors.map((connector) => connector.status(intervention, traceparent)));
      return statuses.every((status) => status === 'applied') ? 'applied' : 'absent';
    },
    revert: async (intervention, traceparent) => {
      for (const connector of connectors.toReversed()) {
        await connector.revert(intervention, traceparent);
      }
    },
  };
}
