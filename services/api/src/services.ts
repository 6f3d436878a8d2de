import { randomUUID } from 'node:crypto';
import { type ElasticClient, createElasticClient } from '@spendscope/elastic';
import type { JWTVerifyGetKey } from 'jose';
import type { ApiConfig } from './config/readConfig';
import { Cursors } from './elastic/Cursors';
import { type ApiMetrics, createMetrics } from './http/metrics';
import { IdempotencyKeys } from './idempotency/IdempotencyKeys';
import { grafanaKeys } from './identity/grafanaIdentity';
import { Leases } from './leases/Leases';
import { AuditLog } from './modules/audit/AuditLog';
import { AuditVerifier } from './modules/audit/AuditVerifier';
import { Checkpointer } from './modules/audit/Checkpointer';
import { ElasticBlockStore } from './modules/audit/auditBlocks';
import { type AuditKeys, loadAuditKeys } from './modules/audit/auditKeys';
import { AuditTexts } from './modules/audit/auditText';
import { CheckpointStore } from './modules/audit/checkpointStore';
import { Guards } from './modules/interventions/Guards';
import { InterventionStore } from './modules/interventions/InterventionStore';
import { observingConnector } from './modules/interventions/connector';
import { esFlagConnector } from './modules/interventions/esFlagConnector';
import type { InterventionParts } from './modules/interventions/parts';
import { StateStore } from './modules/states/StateStore';
import { defaultPolicy } from './policy/defaultPolicy';

/** Everything that modules share, made once per server. */
export interface Services {
  config: ApiConfig;
  client: ElasticClient;
  metrics: ApiMetrics;
  keys: JWTVerifyGetKey;
  now: () => Date;
  idempotency: IdempotencyKeys;
  leases: Leases;
  states: StateStore;
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

export function createServices(config: ApiConfig, overrides: ServiceOverrides = {}): Services {
  const client = overrides.client ?? createElasticClient(config.elastic, patience);
  const now = overrides.now ?? (() => new Date());
  const owner = randomUUID();
  const metrics = createMetrics();
  const audit = createAudit(config, client, metrics);
  const states = new StateStore(client, now);
  const store = new InterventionStore(client, new Cursors(audit.keys.hashing, 'interventions'), now);
  const enforcing = esFlagConnector(states);
  const observing = observingConnector(enforcing);
  return {
    config,
    client,
    metrics,
    now,
    keys: overrides.keys ?? grafanaKeys(config.grafana.jwksUrl),
    idempotency: new IdempotencyKeys(client, owner, now),
    leases: new Leases(client, owner, now),
    states,
    audit,
    interventions: {
      store,
      guards: new Guards(client, store, now),
      connectorFor: (mode) => (mode === 'enforce' ? enforcing : observing),
      policy: defaultPolicy,
      mode: config.mode,
      audit: { log: audit.log, texts: audit.texts, hashKey: audit.keys.hashing, now },
      now,
      counted: (action, result) => metrics.interventions.inc({ action, result }),
    },
  };
}

function createAudit(config: ApiConfig, client: ElasticClient, metrics: ApiMetrics): Services['audit'] {
  const keys = loadAuditKeys(config.stateDir);
  const log = new AuditLog(new ElasticBlockStore(client), {
    appended: (records) => metrics.auditEvents.inc(records),
    failed: () => metrics.auditErrors.inc(),
  });
  const checkpoints = new CheckpointStore(client, config.stateDir);
  return {
    keys,
    log,
    texts: new AuditTexts(client, keys.hashing),
    checkpoints,
    checkpointer: new Checkpointer(log, checkpoints, keys.signing),
    verifier: new AuditVerifier(client, config.stateDir, keys.verifying, (ok) => metrics.auditChainOk.set(ok ? 1 : 0)),
  };
}
