import type { Intervention } from '@spendscope/contracts';

export interface ConnectorPlan {
  /** What would be done, one sentence each. */
  effects: string[];
}

/**
 * What carries an intervention out. Each call may come again with the same intervention: its id is the connector's own
 * idempotency key, and doing it twice must change nothing. `traceparent` (W3C Trace Context) is for whom the connector calls.
 */
export interface Connector {
  readonly name: string;
  plan(intervention: Pick<Intervention, 'action' | 'target'>): Promise<ConnectorPlan>;
  apply(intervention: Intervention, traceparent: string): Promise<void>;
  /** Whether the intervention is in force at the connector's end. */
  status(intervention: Intervention, traceparent: string): Promise<'applied' | 'absent'>;
  revert(intervention: Intervention, traceparent: string): Promise<void>;
}

/** Mode `observe`: everything is recorded, nothing is done. */
export const observingConnector = (enforcing: Connector): Connector => ({
  name: enforcing.name,
  plan: async (intervention) => {
    const { effects } = await enforcing.plan(intervention);
    return { effects: effects.map((effect) => `Observed only, not done: ${effect}`) };
  },
  apply: async () => undefined,
  status: async () => 'applied',
  revert: async () => undefined,
});
