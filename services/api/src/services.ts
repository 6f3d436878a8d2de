import { randomUUID } from 'node:crypto';
import type { AuditVerification } from '@spendscope/contracts';
import { type ElasticClient, Leases, createElasticClient } from '@spendscope/elastic';
import { type ModelRegistry, modelsFolder, openRegistry } from '@spendscope/registry';
import type { FastifyBaseLogger } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { ApiConfig } from './config/readConfig';
import { Cursors } from './elastic/Cursors';
import { RefusedCalls } from './http/RefusedCalls';
import { addLiveGauges } from './http/liveGauges';
import { type ApiMetrics, createMetrics } from './http/metrics';
import { IdempotencyKeys } from './idempotency/IdempotencyKeys';
import { ChannelTokenFile } from './identity/ChannelTokenFile';
import { grafanaKeys } from './identity/grafanaIdentity';
import { AuditLog } from './modules/audit/AuditLog';
import { AuditVerifier } from './modules/audit/AuditVerifier';
import { Checkpointer } from './modules/audit/Checkpointer';
import { ElasticBlockStore } from './modules/audit/auditBlocks';
import { type AuditKeys, loadAuditKeys } from './modules/audit/auditKeys';
import { AuditTexts } from './modules/audit/auditText';
import { keepVerdict } from './modules/audit/chainVerdict';
import { checkpointPlaceOf } from './modules/audit/checkpointPlaces';
import { CheckpointStore } from './modules/audit/checkpointStore';
import { noConnectors, readConnectorFile } from './modules/connectors/connectorFile';
import { type Connectors, createConnectors } from './modules/connectors/createConnectors';
import { ActBudget } from './modules/controls/ActBudget';
import { Brake } from './modules/controls/Brake';
import { Controls } from './modules/controls/Controls';
import { DecisionView } from './modules/decisions/DecisionView';
import { DriftGauge } from './modules/inference/DriftGauge';
import { type Inference, createInference } from './modules/inference/inferenceParts';
import { Guards } from './modules/interventions/Guards';
import { InterventionStore } from './modules/interventions/InterventionStore';
import { esFlagConnector } from './modules/interventions/esFlagConnector';
import type { InterventionParts, RecorderParts } from './modules/interventions/parts';
import { type Personas, createPersonas } from './modules/personas/createPersonas';
import { recordPolicy } from './modules/policy/recordPolicy';
import { RefusalLedger } from './modules/refusals/RefusalLedger';
import { StateStore } from './modules/states/StateStore';
import { PolicyHolder } from './policy/PolicyHolder';

/** Everything that modules share, made once per server. */
export interface Services {
  config: ApiConfig;
  client: ElasticClient;
  metrics: ApiMetrics;
  keys: JWTVerifyGetKey;
  now: () => Date;
  channelTokens: ChannelTokenFile;
  refusedCalls: RefusedCalls;
  refusals: RefusalLedger;
  policy: PolicyHolder;
  controls: Controls;
  decisions: DecisionView;
  connectors: Connectors;
  idempotency: IdempotencyKeys;
  leases: Leases;
  states: StateStore;
  personas: Personas;
  registry: ModelRegistry;
  inference: Inference;
  drift: DriftGauge;
  interventions: InterventionParts;
  audit: {
    log: AuditLog;
    texts: AuditTexts;
    keys: AuditKeys;
    checkpoints: CheckpointStore;
    checkpointer: Checkpointer;
    verifier: AuditVerifier;
  };
}

/** What a test may put in the place of the real thing. */
export interface ServiceOverrides {
  client?: ElasticClient;
  keys?: JWTVerifyGetKey;
  now?: () => Date;
}

/** People wait for these answers: a store that is slow for longer counts as away. */
const patience = { requestTimeout: 5_000, maxRetries: 1 };

/** @throws Error in one sentence where a file that the configuration names is wrong */
export function createServices(
  config: ApiConfig,
  overrides: ServiceOverrides = {},
  /** For what goes wrong while nobody waits for an answer. */
  log: Pick<FastifyBaseLogger, 'error' | 'info'> = { error: () => undefined, info: () => undefined }
): Services {
  const client = overrides.client ?? createElasticClient(config.elastic, patience);
  const now = overrides.now ?? (() => new Date());
  const owner = randomUUID();
  const metrics = createMetrics();
  const controls = new Controls(client, config.mode, now);
  const audit = createAudit(config, client, metrics, controls, log);
  const states = new StateStore(client, now);
  const recording: RecorderParts = {
    log: audit.log,
    texts: audit.texts,
    hashKey: audit.keys.hashing,
    now,
    ended: (action, outcome, seconds) => metrics.actSeconds.observe({ action, outcome }, seconds),
  };
  const policy = new PolicyHolder(config.policyFile, now, (report) => {
    metrics.policyFaults.inc(report.problem ? 1 : 0);
    // An audit log that is away refuses every act: the policy that waits to be named in it changes none.
    void recordPolicy(recording, report).catch(() => undefined);
  });
  const connectors = createConnectors(
    config.connectorsFile ? readConnectorFile(config.connectorsFile) : noConnectors,
    esFlagConnector(states),
    (connector, call, result, seconds) => metrics.connectorSeconds.observe({ connector, call, result }, seconds)
  );
  const brake = new Brake(client, controls, policy, recording, () => metrics.breakerTrips.inc());
  const store = new InterventionStore(client, new Cursors(audit.keys.hashing, 'interventions'), now);
  const registry = openRegistry(modelsFolder(config.stateDir), config.models);
  const services: Services = {
    config,
    client,
    metrics,
    now,
    controls,
    policy,
    connectors,
    keys: overrides.keys ?? grafanaKeys(config.grafana.jwksUrl),
    channelTokens: new ChannelTokenFile(config.channelTokens, config.channelTokensFile),
    refusedCalls: new RefusedCalls(now),
    refusals: new RefusalLedger(recording, () => policy.current.version),
    decisions: new DecisionView(client, now, config.decisionsFail === 'open'),
    idempotency: new IdempotencyKeys(client, owner, now),
    leases: new Leases(client, owner, now),
    states,
    registry,
    inference: createInference(registry, metrics.registry, log),
    drift: new DriftGauge(client, metrics.registry),
    personas: createPersonas(client, config.llm, metrics, now),
    audit,
    interventions: {
      store,
      guards: new Guards(client, store, now),
      connectorFor: connectors.for,
      get policy() {
        return policy.current;
      },
      get mode() {
        return controls.mode;
      },
      brake: (action) => brake.holds(action),
      wouldBrake: (action) => brake.wouldHold(action),
      budget: new ActBudget(() => policy.current, now, config.usualLimits),
      states,
      audit: recording,
      now,
      counted: (action, result) => metrics.interventions.inc({ action, result }),
    },
  };
  addLiveGauges(services);
  return services;
}

function createAudit(
  config: ApiConfig,
  client: ElasticClient,
  metrics: ApiMetrics,
  controls: Controls,
  logger: Pick<FastifyBaseLogger, 'error'>
): Services['audit'] {
  const keys = loadAuditKeys(config.stateDir);
  const log = new AuditLog(new ElasticBlockStore(client), {
    appended: (block) => {
      metrics.auditEvents.inc(block.records.length);
      checkpointer.appended(block);
    },
    failed: () => metrics.auditErrors.inc(),
  });
  const place = checkpointPlaceOf(config.stateDir, config.checkpoints);
  const checkpoints = new CheckpointStore(client, place);
  const checkpointer = new Checkpointer(log, checkpoints, keys.signing, (error) => {
    metrics.checkpointErrors.inc();
    logger.error({ err: error }, 'the head of the audit log could not be signed');
  });
  const judged = async (verdict: AuditVerification): Promise<void> => {
    metrics.auditChainOk.set(verdict.ok ? 1 : 0);
    // A verdict that cannot be kept is still the answer; the daily verification comes again.
    await keepVerdict(controls, verdict).catch(() => undefined);
  };
  return {
    keys,
    log,
    texts: new AuditTexts(client, keys.hashing),
    checkpoints,
    checkpointer,
    verifier: new AuditVerifier(client, place, keys.verifying, judged),
  };
}
