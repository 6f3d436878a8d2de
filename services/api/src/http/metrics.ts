import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What Prometheus reads from /metrics. */
export interface ApiMetrics {
  registry: Registry;
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  auditEvents: Counter;
  auditErrors: Counter;
  checkpointErrors: Counter;
  actSeconds: Histogram<'action' | 'outcome'>;
  /** 1 where the last verification found the chain intact, 0 where not; absent before the first. */
  auditChainOk: Gauge;
  interventions: Counter<'action' | 'result'>;
  connectorSeconds: Histogram<'connector' | 'call' | 'result'>;
  identityFailures: Counter<'code'>;
  expiryBacklog: Gauge;
  approvalAge: Gauge;
  breakerTrips: Counter;
  policyFaults: Counter;
  personaTexts: Counter<'result'>;
  llmTokens: Counter;
}

/** From a read of memory to a time-out. */
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own, so that two servers in one process (as in tests) do not share figures. */
export function createMetrics(): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'spendscope_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: secondsBuckets,
      registers,
    }),
    auditEvents: new Counter({ name: 'spendscope_audit_events_total', help: 'Audit records stored', registers }),
    auditErrors: new Counter({
      name: 'spendscope_audit_errors_total',
      help: 'Audit blocks that could not be stored',
      registers,
    }),
    checkpointErrors: new Counter({
      name: 'spendscope_checkpoint_errors_total',
      help: 'Heads of the audit log that could not be signed or written',
      registers,
    }),
    actSeconds: new Histogram({
      name: 'spendscope_act_seconds',
      help: 'Time from the first record of an act to the one of its outcome',
      labelNames: ['action', 'outcome'],
      buckets: secondsBuckets,
      registers,
    }),
    auditChainOk: new Gauge({
      name: 'spendscope_audit_chain_ok',
      help: 'Whether the last verification held; 0 also where there was none yet',
      registers,
    }),
    interventions: new Counter({
      name: 'spendscope_interventions_total',
      help: 'What became of interventions',
      labelNames: ['action', 'result'],
      registers,
    }),
    connectorSeconds: new Histogram({
      name: 'spendscope_connector_seconds',
      help: 'Time that a connector takes to apply, take back or say what holds',
      labelNames: ['connector', 'call', 'result'],
      buckets: secondsBuckets,
      registers,
    }),
    identityFailures: new Counter({
      name: 'spendscope_identity_failures_total',
      help: 'Calls refused for want of a proof of who calls',
      labelNames: ['code'],
      registers,
    }),
    expiryBacklog: new Gauge({
      name: 'spendscope_expiry_backlog',
      help: 'Interventions past their end, not ended yet',
      registers,
    }),
    approvalAge: new Gauge({
      name: 'spendscope_approval_age_seconds',
      help: 'How long the oldest request has waited for a second person; 0 where none waits',
      registers,
    }),
    breakerTrips: new Counter({
      name: 'spendscope_breaker_trips_total',
      help: 'How often the blast-radius brake went on',
      registers,
    }),
    policyFaults: new Counter({
      name: 'spendscope_policy_faults_total',
      help: 'Policy files that were not taken',
      registers,
    }),
    personaTexts: new Counter({
      name: 'spendscope_persona_texts_total',
      help: 'What became of persona texts that a language model was to write',
      labelNames: ['result'],
      registers,
    }),
    llmTokens: new Counter({
      name: 'spendscope_llm_tokens_total',
      help: 'Tokens of the language model, as reported, else estimated',
      registers,
    }),
  };
}
