import type { Connector } from '../interventions/connector';

type Call = 'apply' | 'status' | 'revert';

/** Hears how long a connector took. */
export type Timing = (connector: string, call: Call, result: 'ok' | 'failed', seconds: number) => void;

/** The same connector, which tells how long each call took, failed ones too. */
export function timedConnector(connector: Connector, timing: Timing): Connector {
  const timed = async <Answer>(call: Call, work: () => Promise<Answer>): Promise<Answer> => {
    const from = performance.now();
    let result: 'ok' | 'failed' = 'failed';
    try {
      const answer = await work();
      result = 'ok';
      return answer;
    } finally {
      timing(connector.name, call, result, (performance.now() - from) / 1_000);
    }
  };
  return {
    name: connector.name,
    plan: (intervention) => connector.plan(intervention),
    apply: (intervention, traceparent) => timed('apply', () => connector.apply(intervention, traceparent)),
    status: (intervention, traceparent) => timed('status', () => connector.status(intervention, traceparent)),
    revert: (intervention, traceparent) => timed('revert', () => connector.revert(intervention, traceparent)),
  };
}
