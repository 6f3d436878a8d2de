import { actionRegistry } from '../actions/actionRegistry';
import type { StateStore } from '../states/StateStore';
import type { Connector } from './connector';

/** Writes what is in force into the states index, where tables and payment systems read it. */
export const esFlagConnector = (states: StateStore): Connector => ({
  name: 'es-flag',
  plan: async ({ action }) => ({ effects: [actionRegistry[action].effect.en!] }),
  apply: (intervention) =>
    states.put(intervention.target, {
      id: intervention.id,
      action: intervention.action,
      state: 'active',
      by: intervention.requested_by.login,
      since: intervention.updated_at,
      ...(intervention.expires_at ? { expires_at: intervention.expires_at } : {}),
    }),
  status: async (intervention) => {
    const { interventions } = await states.get(intervention.target);
    return interventions.some((entry) => entry.id === intervention.id) ? 'applied' : 'absent';
  },
  revert: (intervention) => states.remove(intervention.target, intervention.id),
});
